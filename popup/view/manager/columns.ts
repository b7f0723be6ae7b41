import type { Column } from '../../../src/core/catalogue/table-look.ts';
import type { SortKey } from '../../../src/core/catalogue/sort-rows.ts';
import type { WordKey } from '../../../src/platform/words.ts';

interface ColumnView {
  readonly label: WordKey;
  /** px. The widths fit the words of the longest translation that was seen. */
  readonly least: number;
  /** Its share of the room that is left; 0: it stays as it is. */
  readonly share: number;
  readonly sortKey: SortKey;
  /** Figures stand at the end of their cell. */
  readonly isFigure: boolean;
}

export const COLUMN_VIEWS = {
  name: { label: 'manager_columnName', least: 220, share: 3, sortKey: 'name', isFigure: false },
  size: { label: 'manager_columnSize', least: 88, share: 0, sortKey: 'size', isFigure: true },
  progress: { label: 'manager_columnProgress', least: 120, share: 1, sortKey: 'progress', isFigure: false },
  speed: { label: 'manager_columnSpeed', least: 92, share: 0, sortKey: 'speed', isFigure: true },
  left: { label: 'manager_columnLeft', least: 92, share: 0, sortKey: 'left', isFigure: true },
  status: { label: 'manager_columnStatus', least: 132, share: 1, sortKey: 'status', isFigure: false },
  carrier: { label: 'manager_columnCarrier', least: 136, share: 0, sortKey: 'carrier', isFigure: false },
  host: { label: 'manager_columnHost', least: 110, share: 1, sortKey: 'host', isFigure: false },
  added: { label: 'manager_columnAdded', least: 104, share: 0, sortKey: 'added', isFigure: false },
  folder: { label: 'manager_columnFolder', least: 110, share: 1, sortKey: 'folder', isFigure: false },
} as const satisfies Record<Column, ColumnView>;

/** For `grid-template-columns`. */
export function tracksOf(columns: readonly Column[]): string {
  const tracks = columns.map(column => {
    const { least, share } = COLUMN_VIEWS[column];
    return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  });
  return tracks.join(' ');
}

/** px between two columns, and before the first and after the last; the style sheet has the same. */
const GAP = 12;
const EDGE = 24;

/** px below which the table is scrolled sideways. */
export function leastWidthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + COLUMN_VIEWS[column].least + GAP, 2 * EDGE - GAP);
}
