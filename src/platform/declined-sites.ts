import { browser } from './browser.ts';

const KEY = 'declinedSites';
/** More than anyone declines by hand; the oldest are forgotten first. */
const MOST = 500;

/** Hosts for which the user wants no offer of access. */
export async function declinedSites(): Promise<string[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(host => typeof host === 'string') : [];
}

/** Remembers a host, and answers with all of them. */
export async function declineSite(host: string): Promise<string[]> {
  const others = (await declinedSites()).filter(other => other !== host);
  const all = [...others, host].slice(-MOST);
  await browser.storage.local.set({ [KEY]: all });
  return all;
}
