import type { TimeWindow } from '../../../src/core/queue/time-window.ts';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [0, 6];

/** Schedules that many want. Whole days end at the midnight after them. */
export const WEEK_PRESETS = {
  always: [],
  nights: [
    { days: EVERY_DAY, from: 0, to: 7 * 60 },
    { days: EVERY_DAY, from: 23 * 60, to: 0 },
  ],
  offWork: [
    { days: WEEKEND, from: 0, to: 0 },
    { days: WORKDAYS, from: 0, to: 8 * 60 },
    { days: WORKDAYS, from: 18 * 60, to: 0 },
  ],
  weekends: [{ days: WEEKEND, from: 0, to: 0 }],
} as const satisfies Readonly<Record<string, readonly TimeWindow[]>>;

export type WeekPreset = keyof typeof WEEK_PRESETS;
