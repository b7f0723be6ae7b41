/** How long items that have ended are remembered. */
export interface Retention {
  /** Items at most. */
  readonly most: number;
  /** 0: for ever. */
  readonly days: number;
}

const DAY = 24 * 60 * 60_000;

/**
 * What ended before this (ms since the epoch) is forgotten for its age; null: nothing is.
 *
 * Age is counted from the newest end, not from the clock: a clock that is set years ahead, and a user who comes back after
 * years, find the history as it was.
 */
export function forgottenBefore({ days }: Retention, newestEnd: number, now: number): number | null {
  return days === 0 ? null : Math.min(newestEnd, now) - days * DAY;
}

/** The same for what is cleared by hand, where the user looks at the clock. */
export function daysAgo(days: number, now: number): number {
  return now - days * DAY;
}
