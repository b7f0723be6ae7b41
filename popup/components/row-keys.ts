import type { Place } from '../view/next-focus.ts';

/** Arrow keys, Home and End lead from row to row, from a button to the same button. Says whether it did anything. */
export function moveByKey(event: KeyboardEvent, target: HTMLElement): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.findIndex(row => row.contains(target));
  const there = placeAfter(event.key, here, rows.length);
  if (here === -1 || there === null) return false;
  const row = rows[there];
  const place = target.dataset['place'];
  const same = place === 'row' ? null : row?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  (same ?? row)?.focus();
  return true;
}

function placeAfter(key: string, here: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(here + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(here - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Delete cancels a download or removes one that has ended; Space on the row itself pauses or resumes. */
export function pressByKey(event: KeyboardEvent, target: HTMLElement): boolean {
  const row = target.closest<HTMLElement>('[data-row]');
  if (row === null || event.repeat) return false;
  if (event.key === 'Delete') return press(row, 'end');
  return event.key === ' ' && target === row && press(row, 'toggle');
}

function press(row: HTMLElement, place: Place): boolean {
  const button = row.querySelector<HTMLElement>(`[data-place="${place}"]`);
  button?.click();
  return button !== null;
}
