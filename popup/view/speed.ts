import type { Motion } from '../../src/core/catalogue/motion.ts';

/** What was seen of one download while the page looked: enough for a speed that does not jump. */
export interface Track {
  /** The oldest first; together they span at most `WINDOW`. */
  readonly samples: readonly Sample[];
  /** Seconds left as they were last shown; null before the first estimate. */
  readonly left: number | null;
  /** The most bytes that were seen. The browser begins some downloads anew by itself, and tells nobody. */
  readonly peak: number;
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
/** ms without a byte after which a speed of before says nothing. Parts may come in bursts two seconds apart. */
const STILL = 3_000;

/** The track with one more look. A count that went back is a new beginning: all but the peak is forgotten. */
export function track(known: Track | undefined, at: number, bytes: number, total: number | null): Track {
  const last = known?.samples.at(-1);
  const peak = Math.max(known?.peak ?? 0, bytes);
  if (known === undefined || last === undefined || bytes < last.bytes || at < last.at) {
    return { samples: [{ at, bytes }], left: null, peak };
  }
  const samples = at === last.at ? known.samples : [...known.samples, { at, bytes }];
  const kept = samples.filter((sample, index) => sample.at >= at - WINDOW || index === samples.length - 1);
  const next = { samples: kept, left: known.left, peak };
  const passed = (at - last.at) / 1000;
  const estimated = estimate(next, total);
  // A look at which nothing new was there has nothing to say of the time, but that it passes.
  const isNews = bytes > last.bytes || known.left === null || estimated === null;
  const left = isNews ? steadied(known.left, passed, estimated) : Math.max(0, known.left - passed);
  return { ...next, left };
}

/** Bytes a second over the last seconds; null while too little was seen. */
export function speedOf({ samples }: Track): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < LEAST) return null;
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
}

/** What a download that is on its way can be sorted by. */
export function motionOf(item: { bytes: number; total: number | null }, seen: Track | undefined): Motion {
  const progress = item.total === null || item.total === 0 ? null : Math.min(1, item.bytes / item.total);
  return { progress, speed: seen === undefined ? null : speedOf(seen), left: seen?.left ?? null };
}

/** Nothing has come for a while. */
export function isStill({ samples }: Track): boolean {
  const last = samples.at(-1);
  const since = samples.find(({ bytes }) => bytes === last?.bytes);
  return last !== undefined && since !== undefined && last.at - since.at >= STILL;
}

/** Seconds at the present speed; null when that is unknown or would be forever. */
function estimate(seen: Track, total: number | null): number | null {
  const speed = speedOf(seen);
  const bytes = seen.samples.at(-1)?.bytes ?? 0;
  if (total === null || total < bytes || speed === null || speed < 1 || isStill(seen)) return null;
  return (total - bytes) / speed;
}

/** Lets the shown time run down by the clock and leans it towards the estimate; a change beyond double is believed. */
function steadied(shown: number | null, passed: number, estimated: number | null): number | null {
  if (estimated === null || shown === null) return estimated;
  const expected = Math.max(0, shown - passed);
  if (estimated > expected * 2 + 5 || estimated < expected / 2 - 5) return estimated;
  return expected + (estimated - expected) * 0.2;
}
