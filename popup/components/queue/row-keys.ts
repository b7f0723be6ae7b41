import type { Place } from '../../view/next-focus.ts';

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

/**
 * Delete cancels a download or removes one that has ended, with Shift it removes a group that is under way; Space on
 * the row itself pauses or resumes.
 */
export function pressByKey(event: KeyboardEvent, target: HTMLElement): boolean {
  const row = rowOf(target);
  if (row === null || event.repeat) return false;
  if (event.key === 'Delete') return (event.shiftKey && press(row, 'remove')) || press(row, 'end');
  return event.key === ' ' && target === row && press(row, 'toggle');
}

/**
 * As in a tree: the arrow key along the line opens a group, the one against it closes it, or leads from one of its
 * files back to it. Enter on the row itself does either; on that of a file it opens the file, or shows it in its folder.
 */
export function foldByKey(event: KeyboardEvent, target: HTMLElement): boolean {
  const row = rowOf(target);
  if (row === null || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return false;
  const isOpen = row.querySelector('[data-place="open"]')?.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Enter') return target === row && (press(row, 'open') || press(row, 'file'));
  const isAlong = event.key === (document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
  if (!isAlong && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
  if (isAlong) return !isOpen && press(row, 'open');
  if (isOpen) return press(row, 'open');
  const group = row.closest('.fold-members')?.parentElement?.querySelector<HTMLElement>('[data-row]');
  group?.focus();
  return group !== null && group !== undefined;
}

/** The id of the item whose link the keys that copy everywhere are to copy; null where a text is selected. */
export function copyByKey(event: KeyboardEvent, target: HTMLElement): string | null {
  const isCopy = event.key.toLowerCase() === 'c' && event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
  const isSelected = document.getSelection()?.isCollapsed === false;
  return !isCopy || event.repeat || isSelected ? null : (rowOf(target)?.dataset['row'] ?? null);
}

/** Puts the focus on a part of a row, or on the row where it has no such part. Says whether the row is there. */
export function focusRow(id: string, place: Place, preventScroll: boolean): boolean {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  const target = place === 'row' ? row : (row?.querySelector<HTMLElement>(`[data-place="${place}"]`) ?? row);
  target?.focus({ preventScroll });
  return row !== null;
}

function rowOf(target: HTMLElement): HTMLElement | null {
  return target.closest<HTMLElement>('[data-row]');
}

function press(row: HTMLElement, place: Place): boolean {
  const button = row.querySelector<HTMLElement>(`[data-place="${place}"]`);
  button?.click();
  return button !== null;
}
