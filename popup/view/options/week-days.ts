/** 1 = Monday … 7 = Sunday; older Chromium has it as a property, newer as a method. */
interface WeekInfo {
  readonly firstDay: number;
}

/** The days of a week in the order of a locale: 0 = Sunday … 6 = Saturday. Where nothing is known, Monday comes first. */
export function weekDays(locale: string): readonly number[] {
  const known = new Intl.Locale(locale) as { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}

/** What a locale calls a day. */
export function dayName(day: number, width: 'long' | 'short', locale: string): string {
  // The first of January 2023 was a Sunday.
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day));
}

/** A whole hour of the day, 0–24: "10 PM", "22". */
export function hourName(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1, hour));
}
