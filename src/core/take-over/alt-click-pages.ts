import { bypassPatterns } from './bypass-patterns.ts';

/** The match patterns of pages, without those of `excludes`. */
export interface ScriptPages {
  readonly matches: readonly string[];
  readonly excludes: readonly string[];
}

/** Where Alt+click sends a link: on all that is granted, but where it leaves a download to the browser. */
export function altClickPages(isOn: boolean, sites: readonly string[], grants: readonly string[]): ScriptPages {
  if (!isOn || sites.includes('*')) return { matches: [], excludes: [] };
  return { matches: bypassPatterns(['*'], grants), excludes: bypassPatterns(sites, grants) };
}
