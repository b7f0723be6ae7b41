import type { FileKind } from './file-kind.ts';
import type { LinkRow } from './link-rows.ts';

/** The places of the rows that are of the kind and hold every word of the filter and none that begins with `-`. */
export function matchLinks(rows: readonly LinkRow[], kind: FileKind | 'all', filter: string): number[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && word !== '-');
  const wanted = words.filter(word => !word.startsWith('-'));
  const unwanted = words.filter(word => word.startsWith('-')).map(word => word.slice(1));
  const matches: number[] = [];
  rows.forEach((row, index) => {
    if (kind !== 'all' && row.kind !== kind) return;
    if (!wanted.every(word => row.haystack.includes(word))) return;
    if (unwanted.some(word => row.haystack.includes(word))) return;
    matches.push(index);
  });
  return matches;
}

export type Choice = 'all' | 'none' | 'invert';

/** The selection after a choice among the rows that are shown; what is not shown keeps its state. */
export function chosen(selected: ReadonlySet<number>, shown: readonly number[], choice: Choice): Set<number> {
  const next = new Set(selected);
  for (const index of shown) {
    if (choice === 'all' || (choice === 'invert' && !selected.has(index))) next.add(index);
    else next.delete(index);
  }
  return next;
}

/** The rows between two, for a choice with Shift held down. */
export function between(shown: readonly number[], from: number, to: number): number[] {
  const [a, b] = [shown.indexOf(from), shown.indexOf(to)];
  return a === -1 || b === -1 ? [to] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}
