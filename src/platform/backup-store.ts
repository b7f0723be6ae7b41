import type { BackedUp } from '../core/queue/backup.ts';
import type { Backup, BackupMark } from '../worker/ports.ts';
import { browser } from './browser.ts';

const ITEMS = 'backup';
/** Beside the items: it is read in each life of the worker, and they are not. */
const MARK = 'backupMark';
const NO_MARK: BackupMark = { stamp: '', birth: null, size: 0 };

interface Stored {
  backup?: readonly BackedUp[];
  backupMark?: BackupMark;
}

/** The backup of the queue, in another kind of store than the queue itself. It is trusted as our own writing. */
export const backupStore = {
  async mark(): Promise<BackupMark> {
    return (await browser.storage.local.get<Stored>(MARK)).backupMark ?? NO_MARK;
  },
  async items(): Promise<readonly BackedUp[]> {
    return (await browser.storage.local.get<Stored>(ITEMS)).backup ?? [];
  },
  /** Both together, or the mark alone. */
  async write({ mark, items }: Backup): Promise<void> {
    await browser.storage.local.set({ [MARK]: mark, ...(items === null ? {} : { [ITEMS]: items }) });
  },
};
