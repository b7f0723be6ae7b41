import type { SizeUnit } from './typed-size.ts';

const NAMES = { B: 'byte', kB: 'kilobyte', MB: 'megabyte', GB: 'gigabyte', TB: 'terabyte' } as const;

/** The unit as people of a language write it: "MB", "Mo". */
export function unitName(unit: SizeUnit, locale?: string): string {
  const style = { style: 'unit', unit: NAMES[unit], unitDisplay: 'short' } as const;
  const parts = new Intl.NumberFormat(locale, style).formatToParts(2);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}
