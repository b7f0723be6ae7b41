import type { Notice } from '../messages/protocol.ts';
import { browser } from './browser.ts';

const KEY = 'notice';

/** The last thing that happened without a window of ours to say it in. The popup shows it; it ends with the browser. */
export const noticeStore = {
  async read(): Promise<Notice | null> {
    const stored = await browser.storage.session.get<{ notice?: Notice }>(KEY);
    return stored.notice ?? null;
  },
  async write(notice: Notice): Promise<void> {
    await browser.storage.session.set({ [KEY]: notice });
  },
  async clear(): Promise<void> {
    await browser.storage.session.remove(KEY);
  },
};
