import { wallClock } from '../naming/wall-clock.ts';

/** A stretch of the week in which the queue may work, by the wall clock of wherever the user is. */
export interface TimeWindow {
  /** The weekdays on which it begins: 0 = Sunday … 6 = Saturday; at least one, ascending, none twice. */
  readonly days: readonly number[];
  /** Minutes since local midnight, 0–1439: the first minute inside. */
  readonly from: number;
  /** Minutes since local midnight, 0–1439: the first minute outside; of the next day when it is not after `from`. */
  readonly to: number;
}

const MINUTE = 60_000;
/** minutes */
const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** minutes. Today's zones set their clocks only at multiples of it in UTC: in between the wall clock runs evenly. */
const STEP = 15;

/** minutes. A turn is at most two weeks away: a week, and another when the skipped hour swallows the window. */
const HORIZON = 2 * WEEK;

const MOST_WINDOWS = 50;

/**
 * Whether the queue may work at `now` (ms since the epoch) in the IANA time zone. No windows at all: always.
 *
 * What the wall clock shows decides: minutes that it skips never are, minutes that it repeats count both times.
 * Throws a RangeError for a zone that nobody knows.
 */
export function isOpenAt(windows: readonly TimeWindow[], now: number, zone: string): boolean {
  return isOpenMinute(windows, minuteOfWeek(now, zone));
}

/**
 * The next moment (ms since the epoch, a whole minute, > `now`) at which it opens or closes; null if it never changes.
 * Throws a RangeError for a zone that nobody knows.
 */
export function nextTurn(windows: readonly TimeWindow[], now: number, zone: string): number | null {
  if (windows.length === 0) return null;
  const week = Array.from({ length: WEEK }, (_, minute) => isOpenMinute(windows, minute));
  const isOpen = isOpenAt(windows, now, zone);
  if (!week.includes(!isOpen)) return null;
  const current = Math.floor(now / MINUTE);
  for (let step = Math.floor(current / STEP) * STEP; step <= current + HORIZON; step += STEP) {
    const wall = minuteOfWeek(step * MINUTE, zone);
    for (let minute = Math.max(step, current + 1); minute < step + STEP; minute += 1) {
      if (week[(wall + minute - step) % WEEK] !== isOpen) return minute * MINUTE;
    }
  }
  return null;
}

/** Windows from storage or a message; null when anything about them is wrong. At most 50; unknown keys are wrong. */
export function parseTimeWindows(value: unknown): readonly TimeWindow[] | null {
  if (!Array.isArray(value) || value.length > MOST_WINDOWS) return null;
  const windows = value.map(item => parseTimeWindow(item)).filter(window => window !== null);
  return windows.length === value.length ? windows : null;
}

function parseTimeWindow(value: unknown): TimeWindow | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [days, from, to] = ['days', 'from', 'to'].map(key => fields.get(key));
  // The three are valid only if they are there, so a key that is unknown would be a fourth.
  return fields.size === 3 && areDays(days) && isBelow(from, DAY) && isBelow(to, DAY)
    ? { days: [...days], from, to }
    : null;
}

function areDays(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  // Spread, so that a hole in the array is an undefined, which `every` would skip.
  const days: readonly unknown[] = [...value];
  return days.every((day, index) => isBelow(day, 7) && (index === 0 || day > Number(days[index - 1])));
}

/** Whether it is a whole number of [0, end). */
function isBelow(value: unknown, end: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < end;
}

/** `minute` is a minute of the week: 0 is Sunday 00:00. */
function isOpenMinute(windows: readonly TimeWindow[], minute: number): boolean {
  return windows.length === 0 || windows.some(window => covers(window, minute));
}

/** No window is longer than a day, so only the latest time of day at which it could have begun can reach the minute. */
function covers({ days, from, to }: TimeWindow, minute: number): boolean {
  const sinceFirst = (minute - from + WEEK) % WEEK;
  const length = to > from ? to - from : to - from + DAY;
  return sinceFirst % DAY < length && days.includes(Math.floor(sinceFirst / DAY));
}

/** The minute of the week (0 is Sunday 00:00) that the zone's wall clock shows at that moment (ms since the epoch). */
function minuteOfWeek(at: number, zone: string): number {
  const { y, m, d, hh, mm } = wallClock(at, zone);
  const day = new Date(Date.UTC(y, m - 1, d)).getUTCDay();
  return day * DAY + hh * 60 + mm;
}
