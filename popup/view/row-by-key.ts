/** The row that a key leads to in a list of `count`, or null for a key that leads nowhere. `page` is rows in view. */
export function rowByKey(key: string, current: number, count: number, page: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'PageDown':
      return Math.min(current + Math.max(1, page - 1), count - 1);
    case 'PageUp':
      return Math.max(current - Math.max(1, page - 1), 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
