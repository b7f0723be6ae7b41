import { batch, computed, signal } from '@preact/signals';
import { sumSizes } from '../../src/core/catalogue/sum-sizes.ts';
import type { Status } from '../../src/core/queue/item.ts';
import type { Chosen } from '../view/manager/acts-for.ts';
import { kept, type Selection } from '../view/manager/selection.ts';
import { ordered, rowOf } from './rows.ts';
import { lines } from './table.ts';

/** The ids of the lines that are selected. One that is filtered away or removed leaves the selection. */
export const selected = signal<ReadonlySet<string>>(new Set());
/** The id of the line that has the keyboard's attention, and whose details are shown; null: none. */
export const cursor = signal<string | null>(null);
/** The line at which a range begins. */
const anchor = signal<string | null>(null);

/** The ids of all lines from top to bottom. */
export const order = computed(() => lines.value.map(({ id }) => id));

/** What is known of all that is selected. */
export const chosen = computed<Chosen>(() => {
  const statuses = new Set<Status>();
  let hasGroup = false;
  for (const id of selected.value) {
    const row = rowOf(id);
    if (row === null) hasGroup = true;
    else statuses.add(row.status);
  }
  return { count: selected.value.size, statuses, hasGroup };
});

/** How much all that is selected is together. */
export const chosenSize = computed(() => sumSizes(ordered.value, selected.value));

export function selection(): Selection {
  return { ids: selected.peek(), anchor: anchor.peek(), cursor: cursor.peek() };
}

export function select(next: Selection): void {
  batch(() => {
    selected.value = next.ids;
    anchor.value = next.anchor;
    cursor.value = next.cursor;
  });
}

let before: readonly string[] = [];

/** Lets go of the lines that are there no more. To be called when the lines have changed. */
export function followLines(after: readonly string[]): void {
  select(kept(selection(), before, after));
  before = after;
}
