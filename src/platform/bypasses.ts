import type { Bypass } from '../core/take-over/bypass.ts';
import { browser } from './browser.ts';

const KEY = 'bypasses';

/** What the user has said in pages lately. */
export const bypasses = {
  async read(): Promise<readonly Bypass[]> {
    return (await browser.storage.session.get<{ bypasses?: readonly Bypass[] }>(KEY)).bypasses ?? [];
  },
  async write(all: readonly Bypass[]): Promise<void> {
    await browser.storage.session.set({ [KEY]: all });
  },
};
