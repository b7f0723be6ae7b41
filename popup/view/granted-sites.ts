/** A host, or a host and all below it, with the match patterns by which it is granted. */
export interface GrantedSite {
  /** As a person reads it: `example.org`, `*.example.org`. */
  readonly name: string;
  readonly patterns: readonly string[];
}

export interface Granted {
  /** The patterns that take in every site, of one scheme or of both; empty: sites are granted one by one. */
  readonly all: readonly string[];
  readonly sites: readonly GrantedSite[];
}

/** What granted match patterns mean, by name. The browser has a pattern for each scheme: here a site is one thing. */
export function grantedSites(patterns: readonly string[]): Granted {
  const names = new Map<string, string[]>();
  const all: string[] = [];
  for (const pattern of patterns) {
    const name = hostOf(pattern);
    if (name === '*') all.push(pattern);
    else names.set(name, [...(names.get(name) ?? []), pattern]);
  }
  const sites = [...names].map(([name, own]) => ({ name, patterns: own }));
  return { all, sites: sites.toSorted((a, b) => byName(a.name, b.name)) };
}

function hostOf(pattern: string): string {
  if (pattern === '<all_urls>') return '*';
  return /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;
}

function byName(a: string, b: string): number {
  return a.replace('*.', '').localeCompare(b.replace('*.', ''));
}
