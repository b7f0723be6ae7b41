import { browser } from './browser.ts';

const KEY = 'declinedSites';
/** More than anyone declines by hand; the oldest are forgotten first. */
const MOST = 500;

/** Hosts for which the user wants no offer of access. */
export async function declinedSites(): Promise<string[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(host => typeof host === 'string') : [];
}

/** Remembers a host. */
export async function declineSite(host: string): Promise<void> {
  const others = (await declinedSites()).filter(other => other !== host);
  await browser.storage.local.set({ [KEY]: [...others, host].slice(-MOST) });
}

/** Takes the "no" back: access may be offered for the host again. */
export async function offerAgain(host: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: (await declinedSites()).filter(other => other !== host) });
}

/** Tells that the list has changed, in whichever page. */
export function onDeclinedChanged(act: () => void): void {
  browser.storage.local.onChanged.addListener(changes => {
    if (KEY in changes) act();
  });
}
