/** The rows of a long list that are worth rendering: all of one height, so that none needs to be measured. */
export interface RowWindow {
  /** The first row and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** px, of all the rows together. */
  readonly height: number;
}

/** Rows beyond each edge, so that a quick wheel meets no gap and the Tab key finds its next row. */
const BEYOND = 8;

export function windowRows(count: number, rowHeight: number, scrolled: number, viewHeight: number): RowWindow {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight);
  const last = Math.ceil((Math.max(0, scrolled) + viewHeight) / rowHeight);
  const end = Math.min(count, last + BEYOND);
  return { start: Math.max(0, Math.min(first - BEYOND, end)), end, height: count * rowHeight };
}

/** Where to scroll so that a row is in full view; the present place when it is. */
export function scrollTo(row: number, rowHeight: number, scrolled: number, viewHeight: number): number {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return top + rowHeight > scrolled + viewHeight ? top + rowHeight - viewHeight : scrolled;
}
