import { getDomain } from 'tldts';

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const;

/**
 * The site of a URL: the registrable domain of its host (publicsuffix.org, its private part included, as the browser
 * draws the line between sites), or the host itself where it has none: an address, `localhost`.
 */
export function siteOf(url: string): string {
  const { hostname } = new URL(url);
  return getDomain(hostname, OPTIONS) ?? hostname;
}
