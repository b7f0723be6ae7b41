import { signal } from '@preact/signals';
import { type Choice, isTaken, NO_FILTER } from '../src/core/links/choice.ts';
import { isWeb } from '../src/core/links/parse-link.ts';
import { siteOf } from '../src/core/links/site.ts';
import type { PageLinks } from '../src/messages/protocol.ts';
import { choiceStore } from '../src/platform/choice-store.ts';
import { filter, known, pages, rows, selected, shown } from './chooser-store.ts';
import { terms } from './chooser-terms.ts';

/** The site whose last choice the page has begun with; null where there was none, or the user has dropped it. */
export const recalledSite = signal<string | null>(null);

/** The site of all the pages; null where they are of several, whose choices are nothing to each other. */
function siteOfPages(all: readonly PageLinks[]): string | null {
  const sites = new Set(all.map(({ url }) => (isWeb(url) ? siteOf(url) : '')));
  const [site = ''] = sites;
  return sites.size === 1 && site !== '' ? site : null;
}

/** Begins with what was chosen last on the site of these pages; answers what that takes. */
export async function recall(all: readonly PageLinks[]): Promise<Choice['takes']> {
  const site = siteOfPages(all);
  const choice = site === null ? null : await choiceStore.read(site).catch(() => null);
  if (choice === null) return 'files';
  const { kinds, hosts, include, exclude, text, takes, mask, folder, conflict, isPaused } = choice;
  filter.value = { kinds, hosts, include, exclude, text };
  terms.value = { mask, folder, conflict, isPaused };
  recalledSite.value = site;
  return takes;
}

/** Keeps what is chosen now for the next time on this site. A loss of it is no reason to stop a sending. */
export async function remember(): Promise<void> {
  const site = siteOfPages(pages.value);
  if (site === null) return;
  const choice: Choice = { ...filter.value, ...terms.value, takes: takesAll() ? 'all' : 'files' };
  await choiceStore.write(site, choice).catch(() => {});
}

/** Whether the user wants everything that fits, not only what looks like a file. */
function takesAll(): boolean {
  return shown.value.every(index => {
    const link = rows.value[index];
    return link === undefined || !isTaken('all', link) || known.value.has(link.url) || selected.value.has(index);
  });
}

/** Begins without what was remembered, and forgets it. */
export async function startOver(): Promise<void> {
  const site = recalledSite.value;
  recalledSite.value = null;
  filter.value = NO_FILTER;
  terms.value = { mask: '', folder: '', conflict: null, isPaused: false };
  selected.value = new Set(
    [...rows.value.entries()].flatMap(([index, link]) =>
      isTaken('files', link) && !known.value.has(link.url) ? [index] : [],
    ),
  );
  if (site !== null) await choiceStore.forget(site);
}
