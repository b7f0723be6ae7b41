import type { TimeWindow } from '../../../src/core/queue/time-window.ts';

/** One hour of a week, 0–167; 0 is the first of Sunday. */
export type Hour = number;

/** `part`: some minutes of it, which tools can set. */
export type Fill = 'open' | 'shut' | 'part';

export const HOURS_A_DAY = 24;
const DAYS = 7;
/** minutes */
const HOUR = 60;
const DAY = HOURS_A_DAY * HOUR;
const WEEK = DAYS * DAY;

/** The worker takes no more windows than that. */
export const MOST_WINDOWS = 50;

/** How much of each hour of the week the queue may work. No windows at all: always. */
export function fillsOf(windows: readonly TimeWindow[]): readonly Fill[] {
  const minutes = minutesOf(windows);
  return Array.from({ length: DAYS * HOURS_A_DAY }, (_, hour) => {
    const open = minutes.subarray(hour * HOUR, (hour + 1) * HOUR).reduce((sum, minute) => sum + minute, 0);
    return open === HOUR ? 'open' : open === 0 ? 'shut' : 'part';
  });
}

/**
 * The windows with those hours opened or shut; hours that are not touched keep their minutes. Null where nothing would
 * be left: no windows mean always, and never is what a pause is for.
 */
export function painted(
  windows: readonly TimeWindow[],
  hours: readonly Hour[],
  isOpen: boolean,
): readonly TimeWindow[] | null {
  const minutes = minutesOf(windows);
  for (const hour of hours) minutes.fill(isOpen ? 1 : 0, hour * HOUR, (hour + 1) * HOUR);
  if (minutes.every(minute => minute === 1)) return [];
  const made = windowsOf(minutes);
  return made.length === 0 ? null : made;
}

/** The hours of the rectangle between two: as many days, as many times of the day. `order`: of the days, as shown. */
export function rectangle(from: Hour, to: Hour, order: readonly number[]): readonly Hour[] {
  const days = between(order.indexOf(dayOf(from)), order.indexOf(dayOf(to))).map(place => order[place] ?? 0);
  const times = between(from % HOURS_A_DAY, to % HOURS_A_DAY);
  return days.flatMap(day => times.map(time => day * HOURS_A_DAY + time));
}

/** Whether two schedules open the same minutes, however they say it. */
export function isSameWeek(a: readonly TimeWindow[], b: readonly TimeWindow[]): boolean {
  const others = minutesOf(b);
  return minutesOf(a).every((minute, index) => minute === others[index]);
}

export function dayOf(hour: Hour): number {
  return Math.floor(hour / HOURS_A_DAY);
}

function between(a: number, b: number): readonly number[] {
  const least = Math.min(a, b);
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => least + index);
}

/** 1 for each minute of the week in which the queue may work. */
function minutesOf(windows: readonly TimeWindow[]): Uint8Array {
  const minutes = new Uint8Array(WEEK);
  if (windows.length === 0) minutes.fill(1);
  for (const { days, from, to } of windows) {
    const length = to > from ? to - from : to - from + DAY;
    for (const day of days) {
      const start = day * DAY + from;
      minutes.fill(1, start, start + length);
      // Saturday's night goes on on Sunday.
      if (start + length > WEEK) minutes.fill(1, 0, start + length - WEEK);
    }
  }
  return minutes;
}

/** A window for each stretch of a day; days that have the same one share it. */
function windowsOf(minutes: Uint8Array): readonly TimeWindow[] {
  const days = new Map<string, { readonly days: number[]; readonly from: number; readonly to: number }>();
  for (let day = 0; day < DAYS; day += 1) {
    for (const { from, to } of stretchesOf(minutes.subarray(day * DAY, (day + 1) * DAY))) {
      const key = `${from} ${to}`;
      const known = days.get(key);
      if (known === undefined) days.set(key, { days: [day], from, to: to % DAY });
      else known.days.push(day);
    }
  }
  return [...days.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function stretchesOf(day: Uint8Array): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let from = day.indexOf(1); from !== -1; ) {
    const end = day.indexOf(0, from);
    const to = end === -1 ? DAY : end;
    stretches.push({ from, to });
    from = end === -1 ? -1 : day.indexOf(1, to);
  }
  return stretches;
}
