import { browser } from './browser.ts';

const KEY = 'seen';

/** A session that has begun stays begun: this life of the worker need not ask again. */
let isBegun = false;

/**
 * Tells a new browser session (or a reload of the extension) from a mere rebirth of the worker: `storage.session`
 * lives as long as the browser and is empty after. A mark that is lost with a killed worker only costs a second,
 * harmless, reconciliation as after a browser start.
 */
export const session = {
  async isNew(): Promise<boolean> {
    if (isBegun) return false;
    const stored = await browser.storage.session.get(KEY);
    isBegun = stored[KEY] === true;
    return !isBegun;
  },
  async begin(): Promise<void> {
    await browser.storage.session.set({ [KEY]: true });
    isBegun = true;
  },
};
