import type { Counts } from './sections.ts';
import type { Track } from './speed.ts';

/** Seconds for which nobody goes on looking. */
const LONG = 30;
/** Files of which nobody watches every one. */
const MANY = 5;

/** Whether the end is far enough away that the user would rather be told of it than look. */
export function isWorthTelling(tracks: ReadonlyMap<string, Track>, counts: Counts): boolean {
  const running = counts.starting + counts.running + counts.saving;
  if (running === 0) return false;
  const isLong = [...tracks.values()].some(({ left }) => left !== null && left >= LONG);
  return isLong || running + counts.queued + counts.waiting >= MANY;
}
