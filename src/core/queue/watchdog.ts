/** How long a running job may stand still before its attempt is ended. ms */
export const PATIENCE = 60_000;

/** A running job as it is seen now. */
export interface Running {
  /** The registration id of the attempt. */
  readonly key: string;
  readonly bytes: number;
  /** It cannot move through no fault of its own: there is no network, or the browser lets it wait. */
  readonly isHeld: boolean;
}

/** How far each running attempt was when it last moved, and when that was (ms since the epoch). */
export type WatchList = Readonly<Record<string, { readonly bytes: number; readonly since: number }>>;

/**
 * Compares the running jobs with how they were: `stalled` are those that have not moved for `PATIENCE`, `list` is what
 * to compare with the next time. A job that is new, held or has moved, in whatever direction, begins its time anew;
 * so it does when the clock was set back.
 */
export function watch(
  running: readonly Running[],
  before: WatchList,
  now: number,
): { readonly list: WatchList; readonly stalled: ReadonlySet<string> } {
  const known = new Map(Object.entries(before));
  const list = running.map(({ key, bytes, isHeld }) => {
    const last = known.get(key);
    const stands = last !== undefined && last.bytes === bytes && !isHeld && last.since <= now;
    return [key, stands ? last : { bytes, since: now }] as const;
  });
  const stalled = list.filter(([, { since }]) => now - since >= PATIENCE).map(([key]) => key);
  return { list: Object.fromEntries(list), stalled: new Set(stalled) };
}
