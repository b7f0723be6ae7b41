import { isWithin } from '../links/host.ts';

/**
 * Match patterns of the pages in which a bypass is listened for: what is switched on, as far as it is granted. `*`
 * stands for all that is granted.
 */
export function bypassPatterns(sites: readonly string[], grants: readonly string[]): readonly string[] {
  const patterns = grants.flatMap(grant => {
    const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\//.exec(grant === '<all_urls>' ? '*://*/*' : grant) ?? [];
    if (scheme === undefined || host === undefined) return [];
    return sites.flatMap(site => hostsOfBoth(site, host)).map(both => `${scheme}://${both}/*`);
  });
  return [...new Set(patterns)].sort();
}

/** The hosts of a site, itself and all below it, that a granted host pattern covers. */
function hostsOfBoth(site: string, granted: string): readonly string[] {
  if (site === '*') return [granted];
  const ofSite = isName(site) ? [site, `*.${site}`] : [site];
  if (granted === '*') return ofSite;
  const base = granted.startsWith('*.') ? granted.slice(2) : null;
  if (base !== null && isWithin(site, base)) return ofSite;
  return isWithin(base ?? granted, site) ? [granted] : [];
}

/** An address has nothing below it, and Chromium refuses such a pattern. */
function isName(host: string): boolean {
  return !host.startsWith('[') && !/^[\d.]+$/.test(host);
}
