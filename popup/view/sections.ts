import type { Status } from '../../src/core/queue/item.ts';

/** The sections of the popup's list, as they follow one another. */
export const SECTIONS = ['running', 'waiting', 'failed', 'done'] as const;
export type Section = (typeof SECTIONS)[number];

/** What a section asks the worker for. `first` is how many rows it shows before "Show more". */
export const SECTION_ASKS = {
  running: { statuses: ['running', 'saving', 'starting'], newestFirst: false, first: 40 },
  waiting: { statuses: ['queued', 'waiting', 'paused'], newestFirst: false, first: 40 },
  failed: { statuses: ['failed'], newestFirst: true, first: 20 },
  done: { statuses: ['done', 'cancelled'], newestFirst: true, first: 20 },
} as const satisfies Record<Section, { statuses: readonly Status[]; newestFirst: boolean; first: number }>;

/** How many rows the popup has room for, which the browser lets be 600 px high. */
export const ROOM = 12;
/** How many more rows one press of "Show more" brings. */
export const STEP = 100;
/** What the worker gives in one answer. */
const MOST_AT_ONCE = 1000;

export type Counts = Readonly<Record<Status, number>>;

export function countOf(section: Section, counts: Counts): number {
  return SECTION_ASKS[section].statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** The pages to ask for to read `wanted` rows of `count`. */
export function pagesFor(wanted: number, count: number): { offset: number; limit: number }[] {
  const rows = Math.min(wanted, count);
  return Array.from({ length: Math.ceil(rows / MOST_AT_ONCE) }, (_, page) => ({
    offset: page * MOST_AT_ONCE,
    limit: Math.min(MOST_AT_ONCE, rows - page * MOST_AT_ONCE),
  }));
}

/**
 * What the button for all of them does: pause while anything could move, else resume, else there is no button. While
 * everything is held there always is something to resume: what will be added.
 */
export function allAction(counts: Counts, hold = false): 'pause' | 'resume' | null {
  if (hold) return 'resume';
  if (counts.queued + counts.starting + counts.running + counts.waiting > 0) return 'pause';
  return counts.paused > 0 ? 'resume' : null;
}
