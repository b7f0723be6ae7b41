import type { WatchList } from '../core/queue/watchdog.ts';
import { browser } from './browser.ts';

const KEY = 'watched';

/** What the watchdog saw on its last round. It ends with the browser, as the jobs do that it is about. */
export const watchList = {
  async read(): Promise<WatchList> {
    const stored = await browser.storage.session.get<{ watched?: WatchList }>(KEY);
    return stored.watched ?? {};
  },
  async write(list: WatchList): Promise<void> {
    await browser.storage.session.set({ [KEY]: list });
  },
};
