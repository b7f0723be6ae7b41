import { browser } from './browser.ts';

const KEY = 'awayAt';
/** ms. How exactly it is noted when the network was last away. */
const GRAIN = 5_000;

/** When it was last seen away; undefined before this life of the worker has looked. */
let known: number | null | undefined;

/**
 * Whether the network is there, and when it was last seen away (ms since the epoch; null: never). `navigator.onLine`
 * is believed only to hold starts, never to fail anything. What is remembered ends with the browser.
 */
export async function network(): Promise<{ readonly isOnline: boolean; readonly awayAt: number | null }> {
  known ??= (await browser.storage.session.get<{ awayAt?: number }>(KEY)).awayAt ?? null;
  const isOnline = navigator.onLine;
  const now = Date.now();
  if (!isOnline && (known === null || Math.abs(now - known) > GRAIN)) {
    known = now;
    await browser.storage.session.set({ [KEY]: now });
  }
  return { isOnline, awayAt: known };
}
