import { figuresLocale } from './locale.ts';

/** A time still to go, as coarse as it is uncertain: "45 sec", "12 min", "2 hr, 15 min", "3 days". */
export function durationText(seconds: number, locale = figuresLocale()): string {
  if (seconds < 10) return unit(Math.max(1, Math.ceil(seconds)), 'second', locale);
  if (seconds <= 55) return unit(Math.ceil(seconds / 5) * 5, 'second', locale);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute', locale);
  const coarse = Math.ceil(minutes / 5) * 5;
  const hours = Math.floor(coarse / 60);
  if (hours >= 48) return unit(Math.round(hours / 24), 'day', locale);
  const rest = coarse % 60;
  if (rest === 0 || hours >= 10) return unit(hours, 'hour', locale);
  const parts = [unit(hours, 'hour', locale), unit(rest, 'minute', locale)];
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(parts);
}

/** A moment seen from now: "in 2 min.", "5 min. ago", "yesterday". */
export function momentText(at: number, now: number, locale = figuresLocale()): string {
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const seconds = Math.round((at - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return format.format(seconds < 0 ? 0 : seconds, 'second');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
}

function unit(value: number, name: 'second' | 'minute' | 'hour' | 'day', locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
}

const DAY = 86_400_000;

/** A time of day, with the day where it is not today's: "10:00 PM", "Mon 10:00 PM", "Nov 30, 10:00 PM". */
export function clockText(at: number, now: number, locale = figuresLocale(), zone?: string): string {
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (dayOf(at, zone) === dayOf(now, zone)) return clock(locale, zone, time).format(at);
  if (at > now && at - now < 6 * DAY) return clock(locale, zone, { ...time, weekday: 'short' }).format(at);
  return clock(locale, zone, { ...time, month: 'short', day: 'numeric' }).format(at);
}

function dayOf(at: number, zone: string | undefined): string {
  return clock('en', zone, { dateStyle: 'short' }).format(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept: a list asks for it twice a second for each row. */
function clock(
  locale: string | undefined,
  zone: string | undefined,
  shape: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.keys(shape).join()}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, zone === undefined ? shape : { ...shape, timeZone: zone });
  clocks.set(key, made);
  return made;
}
