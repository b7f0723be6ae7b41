import { computed, signal } from '@preact/signals';
import { rowOf } from './rows.ts';
import { cursor } from './selection.ts';
import { showLine } from './showing.ts';

/** Whether the user wants details beside the table at all. */
export const wantsDetails = signal(true);

/** The id of the item whose details are shown, or null. */
export const detailed = computed(() => {
  const id = cursor.value;
  return !wantsDetails.value || id === null || rowOf(id) === null ? null : id;
});

/** Takes the details away; the line that they were of has the focus. */
export function closeDetails(): void {
  wantsDetails.value = false;
  if (cursor.value !== null) showLine(cursor.value);
}
