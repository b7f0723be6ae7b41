import type { ListedGroup, ListedItem } from '../../src/messages/listing.ts';
import { type Counts, countOf, type Section } from './sections.ts';

/** A row of the list: one download, or a group that is under way with all that belongs to it. */
export type Entry =
  | { readonly kind: 'item'; readonly item: ListedItem }
  /** `first` is the first of its items in the section, which speaks for those that wait; null when none was read. */
  | { readonly kind: 'group'; readonly group: ListedGroup; readonly first: ListedItem | null };

export interface Folded {
  readonly entries: readonly Entry[];
  /** Rows in all, those that are not shown among them. */
  readonly total: number;
  /** Rows that are not shown. */
  readonly more: number;
}

/** Folded items beyond this many are not read past: twice a second that would be too much. */
const MOST_FOLDED = 1000;
/** Items of an open group that are read beyond those which have ended. */
const AHEAD = 40;

/** Where a group stands: with what moves, as long as anything of it does. */
export function sectionOf({ counts }: ListedGroup): Section {
  return countOf('running', counts) > 0 ? 'running' : 'waiting';
}

/** How many items of a section to read at most, to show `wanted` of those that stand for themselves. */
export function itemsToRead(section: Section, counts: Counts, groups: readonly ListedGroup[], wanted: number): number {
  const count = countOf(section, counts);
  const folded = foldedIn(section, groups);
  if (count === 0) return 0;
  // Not fewer than are wanted, though there be fewer: meanwhile there may be more.
  return count <= folded ? wanted : Math.max(wanted, Math.min(count, wanted + Math.min(folded, MOST_FOLDED)));
}

/** How many items of an open group to read: all of a usual one, and of a big one on until what is under way. */
export function membersToRead({ counts, total }: ListedGroup, wanted: number): number {
  const ended = counts.done + counts.failed + counts.cancelled;
  return Math.min(total, Math.max(wanted, Math.min(ended + AHEAD, MOST_FOLDED)));
}

/**
 * The rows of a section, of which `items` are the first of `count`. The items of a group that is under way are one row,
 * which stands where the first of them would.
 */
export function fold(
  section: Section,
  items: readonly ListedItem[],
  count: number,
  groups: readonly ListedGroup[],
  wanted: number,
): Folded {
  const own = groups.filter(group => sectionOf(group) === section);
  const underWay = new Set(groups.map(({ id }) => id));
  const placed = new Set<string>();
  const entries: Entry[] = [];
  let singles = 0;
  for (const item of items) {
    const id = item.group?.id ?? null;
    if (id === null || !underWay.has(id)) {
      if (singles < wanted) entries.push({ kind: 'item', item });
      singles += 1;
      continue;
    }
    const group = own.find(each => each.id === id);
    if (group === undefined || placed.has(id)) continue;
    placed.add(id);
    entries.push({ kind: 'group', group, first: item });
  }
  for (const group of own) if (!placed.has(group.id)) entries.push({ kind: 'group', group, first: null });
  // What was read tells more than counts of another moment.
  const all = items.length >= count ? singles : Math.max(singles, count - foldedIn(section, groups));
  return { entries, total: all + own.length, more: all - Math.min(singles, wanted) };
}

/** The items of a section that stand inside of groups. */
function foldedIn(section: Section, groups: readonly ListedGroup[]): number {
  return groups.reduce((sum, { counts }) => sum + countOf(section, counts), 0);
}
