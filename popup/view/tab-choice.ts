import { isGranted } from '../../src/core/links/origin-patterns.ts';
import type { WindowTab } from '../../src/platform/window-tabs.ts';

/** Why a tab cannot be chosen, or that it can: at once, or when its site is granted. */
export type TabState = 'readable' | 'needs-grant' | 'unnamed' | 'closed' | 'asleep';

export interface TabRow {
  readonly id: number;
  readonly title: string;
  /** The site, or what stands in its place for a page that is not of the web; empty where it is not known. */
  readonly host: string;
  readonly hostname: string;
  readonly state: TabState;
}

/** Pages that Chromium closes to every extension, whatever is granted (`extension_urls`, Chromium 156). */
const STORES = ['chromewebstore.google.com', 'microsoftedge.microsoft.com'];

/**
 * What is known of the tabs of a window. `open` are those whose address the browser told without `tabs`: it lets us
 * read them, for their site is granted or the user's gesture has given `activeTab`.
 */
export function tabRows(
  tabs: readonly WindowTab[],
  open: ReadonlySet<number>,
  granted: readonly string[],
): readonly TabRow[] {
  return tabs.map(tab => {
    const place = tab.url !== null && URL.canParse(tab.url) ? new URL(tab.url) : null;
    const state = stateOf(tab, place, open.has(tab.id) || (place !== null && isGranted(place.href, granted)));
    return { id: tab.id, title: tab.title, host: hostOf(place), hostname: place?.hostname ?? '', state };
  });
}

function hostOf(place: URL | null): string {
  if (place === null) return '';
  return isWeb(place) ? place.host : `${place.protocol}//${place.host}`;
}

function stateOf({ isAsleep }: WindowTab, place: URL | null, isOpen: boolean): TabState {
  if (place === null) return 'unnamed';
  if (!isPage(place)) return 'closed';
  if (isAsleep) return 'asleep';
  return isOpen ? 'readable' : 'needs-grant';
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

function isPage(place: URL): boolean {
  if (!isWeb(place)) return false;
  const { hostname, pathname } = place;
  const isOldStore = hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
  return !STORES.includes(hostname) && !isOldStore;
}

export function canChoose({ state }: TabRow): boolean {
  return state === 'readable' || state === 'needs-grant';
}

/** The tabs that are chosen to begin with: those that the user has highlighted, where there are several; else all. */
export function firstChoice(rows: readonly TabRow[], highlighted: readonly number[]): ReadonlySet<number> {
  const wanted = rows.filter(({ id }) => highlighted.length < 2 || highlighted.includes(id));
  return new Set(wanted.filter(canChoose).map(({ id }) => id));
}

/** The hosts that the browser must be asked about for the chosen tabs, each once, in the order of the tabs. */
export function hostsToAsk(rows: readonly TabRow[], chosen: ReadonlySet<number>): readonly string[] {
  const asked = rows.filter(({ id, state }) => chosen.has(id) && state === 'needs-grant');
  return [...new Set(asked.map(({ hostname }) => hostname))];
}

/** The tabs that an address names (`?chosen=1,2`); none where it is not as it should be. */
export function tabsOf(search: string): readonly number[] {
  const named = new URLSearchParams(search).get('chosen') ?? '';
  return /^\d{1,10}(,\d{1,10})*$/.test(named) ? named.split(',').map(Number) : [];
}
