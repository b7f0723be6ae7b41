import { signal } from '@preact/signals';
import { type Column, type TableLook, USUAL_LOOK, withColumn } from '../../src/core/catalogue/table-look.ts';
import { BY_PLACE, type SortKey } from '../../src/core/catalogue/sort-rows.ts';
import { tableLookStore } from '../../src/platform/table-look-store.ts';

/** How the table looks: its columns, and what it is sorted by. It is remembered. */
export const look = signal<TableLook>(USUAL_LOOK);

export async function readLook(): Promise<void> {
  look.value = await tableLookStore.read();
}

export function showColumn(column: Column, isShown: boolean): void {
  keep(withColumn(look.value, column, isShown));
}

/** Sorts by a column; pressed again, the other way round; a third time, in the order of the queue. */
export function sortBy(by: SortKey): void {
  const { sorting } = look.value;
  if (sorting.by !== by) keep({ ...look.value, sorting: { by, isDown: false } });
  else keep({ ...look.value, sorting: sorting.isDown ? BY_PLACE : { by, isDown: true } });
}

export function sortByPlace(): void {
  keep({ ...look.value, sorting: BY_PLACE });
}

function keep(next: TableLook): void {
  look.value = next;
  void tableLookStore.write(next);
}
