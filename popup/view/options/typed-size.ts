/** Bytes of each unit that may be typed, the greatest first: decimal, as sizes are shown. */
const UNITS = { TB: 1000 ** 4, GB: 1000 ** 3, MB: 1000 ** 2, kB: 1000, B: 1 } as const;
export type SizeUnit = keyof typeof UNITS;
export const SIZE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const satisfies readonly SizeUnit[];

/** A size as it stands in a field of numbers with a unit beside it. */
export interface TypedSize {
  /** '' for none. */
  readonly figure: string;
  readonly unit: SizeUnit;
}

/** Whole bytes; null for an empty field, NaN for what is no size. */
export function bytesOf({ figure, unit }: TypedSize): number | null {
  const text = figure.trim().replace(',', '.');
  if (text === '') return null;
  if (!/^\d+(\.\d+)?$/.test(text)) return Number.NaN;
  const bytes = Math.round(Number(text) * UNITS[unit]);
  return Number.isSafeInteger(bytes) ? bytes : Number.NaN;
}

/** The size in the greatest unit in which it has at most three decimals: nothing is rounded away. */
export function typedSize(bytes: number | null, usual: SizeUnit = 'MB'): TypedSize {
  if (bytes === null || bytes === 0) return { figure: bytes === null ? '' : '0', unit: usual };
  const unit = SIZE_UNITS.findLast(each => bytes >= UNITS[each] && (bytes * 1000) % UNITS[each] === 0) ?? 'B';
  return { figure: `${bytes / UNITS[unit]}`, unit };
}
