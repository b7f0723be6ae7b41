import { signal } from '@preact/signals';
import { rowOf } from './rows.ts';
import { select, selection } from './selection.ts';
import { lines, reveal } from './table.ts';

/** The line that is to be scrolled into view and focused; each wish is an object of its own. */
export const wish = signal<{ readonly id: string } | null>(null);

/** Brings a line into view and gives it the focus, also where tab, search or fold hide it. False: it is not there. */
export function showLine(id: string): boolean {
  const row = rowOf(id);
  if (row !== null) reveal(row);
  if (!lines.value.some(line => line.id === id)) return false;
  select({ ...selection(), cursor: id });
  wish.value = { id };
  return true;
}
