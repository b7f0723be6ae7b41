import { figuresLocale } from './locale.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;
type Unit = (typeof UNITS)[number];

/** Bytes as people read them, in decimal units: "12 MB", "1.24 GB". */
export function sizeText(bytes: number, locale?: string): string {
  return withUnit(bytes, powerOf(bytes), 0, locale);
}

/** The same with as many digits for every value, so that a figure that changes does not dance. */
export function steadySizeText(bytes: number, locale?: string): string {
  const power = powerOf(bytes);
  return withUnit(bytes, power, digitsFor(bytes, power), locale);
}

/** A part and its whole, in the unit of the whole; the part is without its unit: "3.1", "12 MB". */
export function sizePair(bytes: number, total: number, locale?: string): readonly [part: string, whole: string] {
  const power = powerOf(total);
  const digits = digitsFor(bytes, power);
  const part = formatter(null, digits, digits, locale).format(bytes / 1000 ** power);
  return [part, withUnit(total, power, 0, locale)];
}

function withUnit(bytes: number, power: number, leastDigits: number, locale: string | undefined): string {
  const unit = UNITS[power] ?? 'byte';
  return formatter(unit, leastDigits, digitsFor(bytes, power), locale).format(bytes / 1000 ** power);
}

/** The unit in which the value, as it will be rounded, stays below 1000. */
function powerOf(bytes: number): number {
  let power = 0;
  for (let rest = bytes; rest >= 999.5 && power < UNITS.length - 1; rest /= 1000) power += 1;
  return power;
}

/** Three figures from megabytes on; nobody reads parts of a kilobyte. */
function digitsFor(bytes: number, power: number): number {
  const value = bytes / 1000 ** power;
  if (power < 2 || value >= 99.95) return 0;
  return power > 2 && value < 9.995 ? 2 : 1;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it costs, and a list needs hundreds twice a second. */
function formatter(unit: Unit | null, least: number, most: number, asked: string | undefined): Intl.NumberFormat {
  const locale = asked ?? figuresLocale();
  const key = `${unit} ${least} ${most} ${locale}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
  const style =
    unit === null ? {} : ({ style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' } as const);
  const made = new Intl.NumberFormat(locale, { ...digits, ...style });
  formatters.set(key, made);
  return made;
}
