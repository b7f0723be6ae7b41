import { signal } from '@preact/signals';
import { type Choice, isTaken, NO_FILTER } from '../../src/core/links/choice.ts';
import { isLikelyFile, type OfferedLink } from '../../src/core/links/offered-link.ts';
import { isWeb } from '../../src/core/links/parse-link.ts';
import { siteOf } from '../../src/core/links/site.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { choiceStore } from '../../src/platform/choice-store.ts';
import { filter, known, pages, readied, rows, selected, shown } from './store.ts';
import { terms } from './terms.ts';

/** The site whose last choice the page has begun with, or would have, had anything fitted; null where there was none. */
export const recalled = signal<{ readonly site: string; readonly fits: boolean } | null>(null);

/** The site of all the pages; null where they are of several, whose choices are nothing to each other. */
function siteOfPages(all: readonly PageLinks[]): string | null {
  const sites = new Set(all.map(({ url }) => (isWeb(url) ? siteOf(url) : '')));
  const [site = ''] = sites;
  return sites.size === 1 && site !== '' ? site : null;
}

/** Begins with what was chosen last on the site of these pages, else with all that looks like a file. */
export async function recall(all: readonly PageLinks[]): Promise<void> {
  const site = siteOfPages(all);
  const choice = site === null ? null : await choiceStore.read(site).catch(() => null);
  selected.value = placesOf(link => isTaken('files', link));
  if (site === null || choice === null) return;
  const { kinds, hosts, include, exclude, text, takes, mask, folder, conflict, isPaused } = choice;
  filter.value = { kinds, hosts, include, exclude, text };
  terms.value = { mask, folder, conflict, isPaused };
  const { matches } = readied.value;
  selected.value = placesOf(link => isTaken('files', link) || (matches(link) && isTaken(takes, link)));
  const fits = rows.value.some(matches);
  // An empty list would hide that there are links.
  if (!fits) filter.value = NO_FILTER;
  recalled.value = { site, fits };
}

function placesOf(isWanted: (link: OfferedLink) => boolean): Set<number> {
  return new Set([...rows.value.entries()].flatMap(([index, link]) => (isWanted(link) ? [index] : [])));
}

/** Keeps what is chosen now for the next time on this site. A loss of it is no reason to stop a sending. */
export async function remember(): Promise<void> {
  const site = siteOfPages(pages.value);
  if (site === null) return;
  const choice: Choice = { ...filter.value, ...terms.value, takes: takesAll() ? 'all' : 'files' };
  await choiceStore.write(site, choice).catch(() => {});
}

/** Whether the user wants everything that fits: also what does not look like a file, where there is such. */
function takesAll(): boolean {
  const open = shown.value.flatMap(index => {
    const link = rows.value[index];
    return link === undefined || link.isPrivate || known.value.has(link.url) ? [] : [{ index, link }];
  });
  return open.some(({ link }) => !isLikelyFile(link)) && open.every(({ index }) => selected.value.has(index));
}

/** Begins without what was remembered, and forgets it. */
export async function startOver(): Promise<void> {
  const site = recalled.value?.site;
  recalled.value = null;
  filter.value = NO_FILTER;
  terms.value = { mask: '', folder: '', conflict: null, isPaused: false };
  selected.value = placesOf(link => isTaken('files', link) && !known.value.has(link.url));
  if (site !== undefined) await choiceStore.forget(site);
}
