import type { OfferedLink } from '../../src/core/links/offered-link.ts';
import { FILE_KINDS, type FileKind } from '../../src/core/links/file-kind.ts';

export type Change = 'all' | 'none' | 'invert';

/** The selection after a change among the rows that are shown; what is not shown keeps its state. */
export function changed(selected: ReadonlySet<number>, shown: readonly number[], change: Change): Set<number> {
  const next = new Set(selected);
  for (const index of shown) {
    if (change === 'all' || (change === 'invert' && !selected.has(index))) next.add(index);
    else next.delete(index);
  }
  return next;
}

/** The rows between two, for a choice with Shift held down. */
export function between(shown: readonly number[], from: number, to: number): number[] {
  const [a, b] = [shown.indexOf(from), shown.indexOf(to)];
  return a === -1 || b === -1 ? [to] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** How many links there are of each kind. */
export function kindCounts(links: readonly OfferedLink[]): Record<FileKind, number> {
  const counts = Object.fromEntries(FILE_KINDS.map(kind => [kind, 0])) as Record<FileKind, number>;
  for (const { kind } of links) counts[kind] += 1;
  return counts;
}

/** The hosts of the links and how many each has, the one with most of them first. */
export function hostCounts(links: readonly OfferedLink[]): (readonly [host: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { host } of links) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
}

/** Bytes of those whose size is known, and whether it is known of all. */
export function totalOf(
  urls: readonly string[],
  sizes: ReadonlyMap<string, number | null>,
): { bytes: number; isWhole: boolean } {
  let bytes = 0;
  let isWhole = true;
  for (const url of urls) {
    const size = sizes.get(url) ?? null;
    if (size === null) isWhole = false;
    else bytes += size;
  }
  return { bytes, isWhole };
}
