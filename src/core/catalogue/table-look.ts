import { BY_PLACE, SORT_KEYS, type Sorting } from './sort-rows.ts';

/** The columns of the manager's table, as they follow one another; the name is always there. */
export const COLUMNS = [
  'name',
  'size',
  'progress',
  'speed',
  'left',
  'status',
  'carrier',
  'host',
  'added',
  'folder',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How the user wants the table to look, as it is remembered. */
export interface TableLook {
  readonly columns: readonly Column[];
  readonly sorting: Sorting;
}

export const USUAL_LOOK: TableLook = {
  columns: ['name', 'status', 'progress', 'size', 'speed', 'left', 'host', 'added'],
  sorting: BY_PLACE,
};

/** From storage: what cannot be read there falls back to the usual, each half by itself. */
export function parseTableLook(stored: unknown): TableLook {
  const { columns, sorting } = fieldsOf(stored);
  return { columns: columnsIn(columns), sorting: sortingIn(sorting) };
}

/** The look with a column shown that was not, or the other way round. */
export function withColumn(look: TableLook, column: Column, isShown: boolean): TableLook {
  const columns = COLUMNS.filter(each => (each === column ? isShown || each === 'name' : look.columns.includes(each)));
  return { ...look, columns };
}

function columnsIn(stored: unknown): readonly Column[] {
  if (!Array.isArray(stored)) return USUAL_LOOK.columns;
  return COLUMNS.filter(column => column === 'name' || stored.includes(column));
}

function sortingIn(stored: unknown): Sorting {
  const { by, isDown } = fieldsOf(stored);
  const key = SORT_KEYS.find(each => each === by);
  return key === undefined || typeof isDown !== 'boolean' ? BY_PLACE : { by: key, isDown };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
