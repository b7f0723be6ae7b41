/** How long items that have ended are remembered. */
export interface Retention {
  /** Items at most. */
  readonly most: number;
  /** 0: for ever. */
  readonly days: number;
}

const DAY = 24 * 60 * 60_000;

/** So many of the newest ends are never forgotten for their age. */
export const ALWAYS_KEPT = 10;

/**
 * What ended before this (ms since the epoch) is forgotten for its age; null: nothing is.
 *
 * `youngest`: the end of the last of those that are always kept; null where there are no more. Age is counted from there,
 * not from the clock: a clock that is set years ahead for a while, and a user who comes back after years, find the history
 * as it was.
 */
export function forgottenBefore({ days }: Retention, youngest: number | null, now: number): number | null {
  return days === 0 || youngest === null ? null : Math.min(youngest, now) - days * DAY;
}

/** The same for what is cleared by hand, where the user looks at the clock. */
export function daysAgo(days: number, now: number): number {
  return now - days * DAY;
}
