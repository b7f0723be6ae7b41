import type { CatalogueRow } from './row.ts';

export interface SizeSum {
  /** Of those whose size is known. */
  readonly bytes: number;
  /** Whether the size of all is known. */
  readonly isWhole: boolean;
}

/** How much the items among `ids` are together; the id of a group stands for all of its items. Each counts once. */
export function sumSizes(rows: readonly CatalogueRow[], ids: ReadonlySet<string>): SizeSum {
  let bytes = 0;
  let isWhole = true;
  for (const { id, group, size } of rows) {
    if (!ids.has(id) && (group === null || !ids.has(group.id))) continue;
    if (size === null) isWhole = false;
    else bytes += size;
  }
  return { bytes, isWhole };
}
