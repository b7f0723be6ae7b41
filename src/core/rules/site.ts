import { isGlob, matchesGlob } from './glob.ts';

/** What makes a text no host: the other parts of an address, and white space. */
const NO_HOST = /[\s/\\@#%:[\]]/;
const LONGEST = 255;

/**
 * A site as the user writes it, in the form that `isOfSite` takes; null for what can be no host. Names of other scripts
 * become what the browser makes of them (`müller.example` is `xn--mller-kva.example`).
 */
export function parseSite(text: string): string | null {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  const isAddress = /^\[[0-9a-f:.]+\]$/.test(host);
  if (host === '' || host.length > LONGEST || host.startsWith('.') || (NO_HOST.test(host) && !isAddress)) return null;
  // A question mark would begin the query.
  const url = `http://${host}/`;
  if (!host.includes('?') && URL.canParse(url)) return new URL(url).hostname;
  return isGlob(host) ? host : null;
}

/** Whether a host is the site or one of its subdomains; where the site is a glob, whether the host fits it. */
export function isOfSite(host: string, site: string): boolean {
  return isGlob(site) ? matchesGlob(site, host) : host === site || host.endsWith(`.${site}`);
}
