import { browser } from './browser.ts';

const KEY = 'seen';

const NAME = 'sessionName';

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

/**
 * A name for the browser's session, the same until it ends. One that is lost with a killed worker gives way to another,
 * as if the browser had been started anew.
 */
export function sessionName(): Promise<string> {
  name ??= readName().catch(error => {
    name = null;
    throw error;
  });
  return name;
}

/** As this life of the worker knows it. */
let name: Promise<string> | null = null;

async function readName(): Promise<string> {
  const stored = (await browser.storage.session.get<{ sessionName?: string }>(NAME)).sessionName;
  const known = stored ?? crypto.randomUUID();
  if (stored === undefined) await browser.storage.session.set({ [NAME]: known });
  return known;
}
