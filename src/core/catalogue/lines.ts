import type { Group } from '../queue/item.ts';
import type { CatalogueRow } from './row.ts';

/** What the table shows from top to bottom: items, and the headings of groups, which fold. */
export type Line =
  | { readonly kind: 'item'; readonly id: string; readonly isMember: boolean }
  | {
      readonly kind: 'group';
      /** Of the group: all ids are UUIDs, and so it is no item's. */
      readonly id: string;
      readonly group: Group;
      readonly isOpen: boolean;
      /** Its items among the rows, and those of them that are done. */
      readonly count: number;
      readonly done: number;
    };

/** The items of a group stand together below its heading, where the first of them stands in `rows`. */
export function linesOf(rows: readonly CatalogueRow[], folded: ReadonlySet<string>): readonly Line[] {
  const members = membersOf(rows);
  const headed = new Set<string>();
  const lines: Line[] = [];
  for (const { id, group } of rows) {
    const inside = group === null ? undefined : members.get(group.id);
    if (group === null || inside === undefined) lines.push({ kind: 'item', id, isMember: false });
    else if (!headed.has(group.id)) {
      headed.add(group.id);
      const isOpen = !folded.has(group.id);
      const done = inside.filter(({ status }) => status === 'done').length;
      lines.push({ kind: 'group', id: group.id, group, isOpen, count: inside.length, done });
      if (isOpen) for (const member of inside) lines.push({ kind: 'item', id: member.id, isMember: true });
    }
  }
  return lines;
}

function membersOf(rows: readonly CatalogueRow[]): ReadonlyMap<string, readonly CatalogueRow[]> {
  const members = new Map<string, CatalogueRow[]>();
  for (const row of rows) {
    if (row.group === null) continue;
    const known = members.get(row.group.id);
    if (known === undefined) members.set(row.group.id, [row]);
    else known.push(row);
  }
  return members;
}
