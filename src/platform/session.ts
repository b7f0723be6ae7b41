import { browser } from './browser.ts';

const KEY = 'seen';

/**
 * Tells a new browser session (or a reload of the extension) from a mere rebirth of the worker: `storage.session`
 * lives as long as the browser and is empty after. A mark that is lost with a killed worker only costs a second,
 * harmless, reconciliation as after a browser start.
 */
export const session = {
  async isNew(): Promise<boolean> {
    const stored = await browser.storage.session.get(KEY);
    return stored[KEY] !== true;
  },
  async begin(): Promise<void> {
    await browser.storage.session.set({ [KEY]: true });
  },
};
