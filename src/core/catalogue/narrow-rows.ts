import type { Status } from '../queue/item.ts';
import type { CatalogueRow } from './row.ts';

/** The tabs above the table, as they follow one another. */
export const TABS = ['all', 'running', 'waiting', 'failed', 'done'] as const;
export type Tab = (typeof TABS)[number];

const TAB_OF = {
  starting: 'running',
  running: 'running',
  saving: 'running',
  queued: 'waiting',
  waiting: 'waiting',
  paused: 'waiting',
  failed: 'failed',
  done: 'done',
  cancelled: 'done',
} as const satisfies Record<Status, Exclude<Tab, 'all'>>;

export function isInTab(tab: Tab, status: Status): boolean {
  return tab === 'all' || TAB_OF[status] === tab;
}

/** How many items each tab has. */
export function tabCounts(counts: Readonly<Record<Status, number>>): Readonly<Record<Tab, number>> {
  const sums: Record<Tab, number> = { all: 0, running: 0, waiting: 0, failed: 0, done: 0 };
  for (const [status, tab] of Object.entries(TAB_OF)) {
    const count = counts[status as Status];
    sums[tab] += count;
    sums.all += count;
  }
  return sums;
}

export function countStatuses(rows: Iterable<CatalogueRow>): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = {
    queued: 0,
    starting: 0,
    running: 0,
    waiting: 0,
    paused: 0,
    saving: 0,
    done: 0,
    failed: 0,
    cancelled: 0,
  };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}

/** The words of a search, in lower case. */
export function searchWords(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Those in which every word is found, in their order. */
export function withWords(rows: readonly CatalogueRow[], words: readonly string[]): readonly CatalogueRow[] {
  if (words.length === 0) return rows;
  return rows.filter(({ text }) => words.every(word => text.includes(word)));
}

/** Whether all that `next` finds was found by `last` already: then only those need to be looked at. */
export function isNarrower(last: readonly string[], next: readonly string[]): boolean {
  return last.every(word => next.some(longer => longer.includes(word)));
}
