const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 10 * 60_000;

/** No wait is longer (ms): back-off ends below, and `Retry-After` is clamped to 24 h. */
export const LONGEST_WAIT = 25 * 60 * 60_000;

/**
 * ms to wait before the next attempt: exponential back-off with full jitter, at least 1 s.
 *
 * Full jitter (a random point of the whole interval) spreads a crowd of items that failed together better than
 * jitter around the interval's end. `jitter` is a random number of [0, 1) passed in; `retryAfter` (ms) wins over ours.
 */
export function retryDelay(failures: number, jitter: number, retryAfter: number | null): number {
  if (retryAfter !== null) return retryAfter;
  const ceiling = Math.min(FIRST_DELAY * 2 ** (failures - 1), LONGEST_DELAY);
  return Math.max(1_000, Math.round(ceiling * jitter));
}

/** ms to wait after a failure that came with a network which comes and goes: soon, and not all in the same moment. */
export function flapDelay(jitter: number): number {
  return 5_000 + Math.round(10_000 * jitter);
}
