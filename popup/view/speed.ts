/** What was seen of one download while the page looked: enough for a speed that does not jump. */
export interface Track {
  /** The oldest first; together they span at most `WINDOW`. */
  readonly samples: readonly Sample[];
  /** Seconds left as they were last shown; null before the first estimate. */
  readonly left: number | null;
}
interface Sample {
  /** ms since the epoch. */
  readonly at: number;
  readonly bytes: number;
}

/** ms over which a speed is averaged. */
const WINDOW = 8_000;
/** ms that must have been seen before a speed is worth showing. */
const LEAST = 1_200;

/** The track with one more look. A count that went back is a new attempt and starts a new track. */
export function track(known: Track | undefined, at: number, bytes: number, total: number | null): Track {
  const last = known?.samples.at(-1);
  if (known === undefined || last === undefined || bytes < last.bytes || at < last.at) {
    return { samples: [{ at, bytes }], left: null };
  }
  const samples = at === last.at ? known.samples : [...known.samples, { at, bytes }];
  const kept = samples.filter((sample, index) => sample.at >= at - WINDOW || index === samples.length - 1);
  const next = { samples: kept, left: known.left };
  return { samples: kept, left: steadied(known.left, (at - last.at) / 1000, estimate(next, total)) };
}

/** Bytes a second over the last seconds; null while too little was seen. */
export function speedOf({ samples }: Track): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < LEAST) return null;
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
}

/** Seconds at the present speed; null when that is unknown or would be forever. */
function estimate(seen: Track, total: number | null): number | null {
  const speed = speedOf(seen);
  const bytes = seen.samples.at(-1)?.bytes ?? 0;
  if (total === null || total < bytes || speed === null || speed < 1) return null;
  return (total - bytes) / speed;
}

/** Lets the shown time run down by the clock and leans it towards the estimate; a change beyond double is believed. */
function steadied(shown: number | null, passed: number, estimated: number | null): number | null {
  if (estimated === null || shown === null) return estimated;
  const expected = Math.max(0, shown - passed);
  if (estimated > expected * 2 + 5 || estimated < expected / 2 - 5) return estimated;
  return expected + (estimated - expected) * 0.2;
}
