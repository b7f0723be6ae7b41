import { signal } from '@preact/signals';

/** The ids of the items that are selected. One that is filtered away or removed leaves the selection. */
export const selected = signal<ReadonlySet<string>>(new Set());
/** The id of the line that has the keyboard's attention, and whose details are shown; null: none. */
export const cursor = signal<string | null>(null);

/** What the table's own element hears. The line is found by `data-line` (its id) of the closest element. */
export const tableEvents = {};
