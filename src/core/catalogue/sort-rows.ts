import { UNENDED_STATUSES } from '../queue/item.ts';
import type { CatalogueRow } from './row.ts';

/**
 * What rows can be sorted by. `place`: the order of the queue, and below it what has ended, the last end first. What
 * moves is no part of a row: by `progress`, `speed` and `left` rows stand in the queue's order, and `motion.ts` puts what
 * is on its way before them.
 */
export const SORT_KEYS = [
  'place',
  'name',
  'size',
  'progress',
  'speed',
  'left',
  'status',
  'carrier',
  'host',
  'added',
  'folder',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sorting {
  readonly by: SortKey;
  readonly isDown: boolean;
}

export const BY_PLACE: Sorting = { by: 'place', isDown: false };

/** Compares two texts as people of a language do; `Intl.Collator` has it. */
export type Collate = (a: string, b: string) => number;

export type Compare = (a: CatalogueRow, b: CatalogueRow) => number;

/** Rows that are equal for the key stand in the queue's order. */
export function comparer({ by, isDown }: Sorting, collate: Collate): Compare {
  const compare = comparing(by, collate);
  return (a, b) => (isDown ? compare(b, a) : compare(a, b)) || byPlace(a, b);
}

/** Sorted rows with some of them changed, added or gone: much quicker than to sort all of them again. */
export function mergeRows(
  sorted: readonly CatalogueRow[],
  gone: ReadonlySet<string>,
  fresh: readonly CatalogueRow[],
  compare: Compare,
): readonly CatalogueRow[] {
  const replaced = new Set(fresh.map(({ id }) => id));
  const merged: CatalogueRow[] = [];
  const adding = fresh.toSorted(compare);
  let next = 0;
  for (const row of sorted) {
    if (gone.has(row.id) || replaced.has(row.id)) continue;
    for (let add = adding[next]; add !== undefined && compare(add, row) < 0; add = adding[(next += 1)])
      merged.push(add);
    merged.push(row);
  }
  return [...merged, ...adding.slice(next)];
}

function comparing(by: SortKey, collate: Collate): Compare {
  switch (by) {
    case 'place':
      return byPlace;
    case 'progress':
    case 'speed':
    case 'left':
      return () => 0;
    case 'size':
      return (a, b) => (a.size ?? -1) - (b.size ?? -1);
    case 'added':
      return (a, b) => a.addedAt - b.addedAt;
    case 'status':
      return (a, b) => STATUS_RANK.indexOf(a.status) - STATUS_RANK.indexOf(b.status);
    case 'carrier':
      return (a, b) => compareText(a.carrier ?? '', b.carrier ?? '');
    case 'name':
    case 'host':
    case 'folder':
      return (a, b) => (a[by] === b[by] ? 0 : collate(a[by], b[by]));
  }
}

/** From what needs the user to what is over. */
const STATUS_RANK: readonly CatalogueRow['status'][] = [
  'failed',
  'running',
  'saving',
  'starting',
  'waiting',
  'queued',
  'paused',
  'done',
  'cancelled',
];

function byPlace(a: CatalogueRow, b: CatalogueRow): number {
  if (a.endedAt !== null && b.endedAt !== null) return b.endedAt - a.endedAt || compareText(a.id, b.id);
  if (a.endedAt === null && b.endedAt === null) return compareText(a.place, b.place) || compareText(a.id, b.id);
  return a.endedAt === null ? -1 : 1;
}

/** By code units, as the database compares: places are not words of a language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether an item of this status has a place in the queue that can be changed. */
export function hasPlace({ status }: CatalogueRow): boolean {
  return UNENDED_STATUSES.some(each => each === status);
}
