import type { ListedItem } from '../../src/messages/listing.ts';
import { percentOf } from './progress-text.ts';
import { speedOf, type Track } from './speed.ts';

/** What runs, in all. */
export interface Overall {
  readonly count: number;
  /** Bytes a second of all together; null before any is known. */
  readonly speed: number | null;
  /** null when the size of one of them is unknown: a bar that lies is worse than none. */
  readonly percent: number | null;
}

export function overall(live: readonly ListedItem[], tracks: ReadonlyMap<string, Track>): Overall | null {
  if (live.length === 0) return null;
  const bytes = live.reduce((sum, item) => sum + item.bytes, 0);
  const total = live.every(item => item.total !== null) ? live.reduce((sum, item) => sum + (item.total ?? 0), 0) : null;
  return { count: live.length, speed: speedTogether(live, tracks), percent: percentOf(bytes, total) };
}

/** Bytes a second of those that run, together; null before any is known. */
export function speedTogether(live: readonly ListedItem[], tracks: ReadonlyMap<string, Track>): number | null {
  const speeds = live.flatMap(item => {
    const seen = item.status === 'running' ? tracks.get(item.id) : undefined;
    return (seen === undefined ? null : speedOf(seen)) ?? [];
  });
  return speeds.length === 0 ? null : speeds.reduce((sum, speed) => sum + speed, 0);
}
