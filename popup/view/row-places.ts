import type { Entry } from './fold.ts';
import type { RowPlace } from './next-focus.ts';

/** A row and, where it is a group that is open, those of its files. `inside` answers the files of an open group. */
export function rowPlaces(
  list: string,
  entry: Entry,
  inside: (group: string) => readonly { readonly id: string }[],
): RowPlace[] {
  if (entry.kind === 'item') return [{ id: entry.item.id, list }];
  const { id } = entry.group;
  return [{ id, list }, ...inside(id).map(item => ({ id: item.id, list: id }))];
}
