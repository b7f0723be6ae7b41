/** What a clock on the wall shows. */
export interface WallClock {
  readonly y: number;
  /** 1–12 */
  readonly m: number;
  /** 1–31 */
  readonly d: number;
  /** 0–23 */
  readonly hh: number;
  readonly mm: number;
  readonly ss: number;
}

/**
 * What the wall clock of the IANA time zone shows at that moment (ms since the epoch), by the Gregorian calendar.
 * Throws a RangeError for a zone that nobody knows, and for what is no moment.
 */
export function wallClock(at: number, zone: string): WallClock {
  const parts = formatOf(zone).formatToParts(at);
  const shown = new Map(parts.map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
  return {
    y: read('year'),
    m: read('month'),
    d: read('day'),
    hh: read('hour'),
    mm: read('minute'),
    ss: read('second'),
  };
}

/** Kept, for to make one costs far more than to ask it. */
const formats = new Map<string, Intl.DateTimeFormat>();

const SHAPE = {
  calendar: 'gregory',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { ...SHAPE, timeZone: zone });
  formats.set(zone, format);
  return format;
}
