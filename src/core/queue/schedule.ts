import type { QueueItem } from './item.ts';
import { GRACE } from './reconcile.ts';

/** How many more items may start now. Live items (starting, running, saving) hold the places. */
export function freePlaces(live: readonly QueueItem[], limit: number): number {
  return Math.max(0, limit - live.length);
}

/** While the browser works for us it is looked at once a minute: its events come at most once (Chromium 156). */
const LOOK_AGAIN = 60_000;

/** Whether the browser has been asked for something and has not confirmed it yet, or has stopped to. */
export function isUnsure(item: QueueItem): boolean {
  if (item.status === 'running') return item.carrier === 'background-fetch' && item.missingSince !== null;
  return item.status === 'starting' || (item.status === 'saving' && item.step !== 'writing');
}

export interface Pending {
  readonly live: number;
  /** Those of the live that `isUnsure`. */
  readonly unsure: number;
  readonly queued: number;
  /** The earliest `dueAt` of the waiting items; null when none waits. ms since the epoch. */
  readonly nextDueAt: number | null;
  readonly isOnline: boolean;
}

/** When the worker must be woken next (ms since the epoch), or null: nothing to do needs no alarm. */
export function nextWake(pending: Pending, now: number): number | null {
  const needsLook = pending.live > 0 || (pending.queued > 0 && !pending.isOnline);
  const interval = pending.unsure > 0 ? GRACE : LOOK_AGAIN;
  const candidates = [needsLook ? now + interval : null, pending.nextDueAt].filter(at => at !== null);
  return candidates.length === 0 ? null : Math.min(...candidates);
}
