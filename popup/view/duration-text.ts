/** A time still to go, as coarse as it is uncertain: "45 sec", "12 min", "2 hr, 15 min", "3 days". */
export function durationText(seconds: number, locale?: string): string {
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
export function momentText(at: number, now: number, locale?: string): string {
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
