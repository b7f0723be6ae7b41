import { isGlob, matchesGlob } from './glob.ts';
import { isWithin } from '../links/host.ts';

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
  if (isGlob(host)) return host.split('.').map(readLabel).join('.');
  return URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : null;
}

/** Part by part: what a browser makes of a star in a host is not the same everywhere (Chromium 156: `%2A`). */
function readLabel(label: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(label) || isGlob(label) || !URL.canParse(`http://${label}/`);
  return isPlain ? label : new URL(`http://${label}/`).hostname;
}

/** Whether a host is the site or one of its subdomains; where the site is a glob, whether the host fits it. */
export function isOfSite(host: string, site: string): boolean {
  return isGlob(site) ? matchesGlob(site, host) : isWithin(host, site);
}
