import type { BackedUp } from '../core/queue/backup.ts';
import type { Backup } from '../worker/ports.ts';
import { browser } from './browser.ts';

const KEY = 'backup';
const NOTHING: Backup = { items: [], stamp: '', birth: null };

/** The backup of the queue, in another kind of store than the queue itself. It is trusted as our own writing. */
export const backupStore = {
  async read(): Promise<Backup> {
    const stored = await browser.storage.local.get<{ backup?: Backup }>(KEY);
    return stored.backup ?? NOTHING;
  },
  async write(backup: Backup): Promise<void> {
    await browser.storage.local.set({ [KEY]: backup satisfies { items: readonly BackedUp[] } });
  },
};
