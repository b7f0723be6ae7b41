import { rowByKey } from './row-by-key.ts';

/** The place that a key leads to in rows of `columns` places each, or null. `page` is rows in view. */
export function placeByKey(key: string, current: number, count: number, columns: number, page: number): number | null {
  if (columns === 1) return rowByKey(key, current, count, page);
  if (key === 'ArrowRight' || key === 'ArrowLeft')
    return rowByKey(key === 'ArrowRight' ? 'ArrowDown' : 'ArrowUp', current, count, page);
  if (key === 'Home' || key === 'End') return rowByKey(key, current, count, page);
  const column = current % columns;
  const row = rowByKey(key, Math.floor(current / columns), Math.ceil(count / columns), page);
  // The last row may be shorter than the others.
  return row === null ? null : Math.min(row * columns + column, count - 1);
}
