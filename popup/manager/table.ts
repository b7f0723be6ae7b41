import { computed, effect, signal } from '@preact/signals';
import { type Line, linesOf } from '../../src/core/catalogue/lines.ts';
import { MOTION_KEYS, movingFirst } from '../../src/core/catalogue/motion.ts';
import { isInTab, isNarrower, searchWords, type Tab, withWords } from '../../src/core/catalogue/narrow-rows.ts';
import type { CatalogueRow } from '../../src/core/catalogue/row.ts';
import { look, sortByPlace } from './look.ts';
import { ordered, sortAgain } from './rows.ts';
import { motions } from './watching.ts';

export const tab = signal<Tab>('all');
export const search = signal('');
/** Ids of the groups of which only the heading is shown. */
const folded = signal<ReadonlySet<string>>(new Set());

interface Hits {
  readonly of: readonly CatalogueRow[];
  readonly words: readonly string[];
  readonly rows: readonly CatalogueRow[];
}

let last: Hits | null = null;

const inTab = computed(() => {
  const shown = tab.value;
  return shown === 'all' ? ordered.value : ordered.value.filter(({ status }) => isInTab(shown, status));
});

const fitting = computed(() => {
  const of = inTab.value;
  const words = searchWords(search.value);
  // Who types on looks only among what was found.
  const among = last !== null && last.of === of && isNarrower(last.words, words) ? last.rows : of;
  last = { of, words, rows: withWords(among, words) };
  return last.rows;
});

/** Reads what moves only where rows stand in the order of that: it is another every two seconds. */
const arranged = computed(() => {
  const { sorting } = look.value;
  const isByMotion = MOTION_KEYS.some(each => each === sorting.by);
  return isByMotion ? movingFirst(fitting.value, sorting, motions.value) : fitting.value;
});

/** The lines from top to bottom, after tab, search, sorting and folding. */
export const lines = computed<readonly Line[]>(() => linesOf(arranged.value, folded.value));
/** How many downloads fit, folded ones among them. */
export const shownCount = computed(() => fitting.value.length);

export function toggleFold(group: string): void {
  const next = new Set(folded.value);
  if (!next.delete(group)) next.add(group);
  folded.value = next;
}

export function showAll(): void {
  tab.value = 'all';
  search.value = '';
}

/** Lets go of whatever hides an item: the tab, the search, a fold. */
export function reveal(row: CatalogueRow): void {
  if (!isInTab(tab.value, row.status)) tab.value = 'all';
  if (withWords([row], searchWords(search.value)).length === 0) search.value = '';
  if (row.group !== null && folded.value.has(row.group.id)) toggleFold(row.group.id);
}

/** Why lines cannot be put elsewhere: what is shown is sorted otherwise, or is only what was searched for. */
export type Hindrance = 'sorted' | 'searched';

export function hindrance(): Hindrance | null {
  if (look.value.sorting.by !== 'place') return 'sorted';
  return search.value.trim() === '' ? null : 'searched';
}

/** Shows the lines in the order of the queue, without a search. */
export function showQueueOrder(): void {
  search.value = '';
  sortByPlace();
}

/** Puts the rows into another order when the user wants one. */
export function followSorting(): void {
  let sorting = look.peek().sorting;
  effect(() => {
    if (look.value.sorting === sorting) return;
    sorting = look.value.sorting;
    sortAgain();
  });
}
