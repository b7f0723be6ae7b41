import { isNeeding } from './access.ts';
import { isKeeping } from './keeping.ts';
import { clashOf, paused } from './pausing.ts';
import { ENDED_STATUSES, inStage, noted, type QueueItem } from './item.ts';

/** How long a removal can be undone. ms */
export const UNDO_TIME = 10 * 60_000;

/** Items that were removed by one command. */
export interface Removal {
  /** ms since the epoch; it names the removal. */
  readonly at: number;
  readonly count: number;
}

/**
 * A removed item as it comes back. What the browser did for it was ended with the removal, so that a live one stands in
 * the queue again, and a held one begins anew; a file that is done has never left its folder.
 */
export function restored(item: QueueItem, now: number): QueueItem {
  if (ENDED_STATUSES.some(status => status === item.status)) return { ...item, kept: null };
  if (isKeeping(item)) return restored(inStage(item, item.afterwards), now);
  const next = noted({ ...item, kept: null }, now, 'restored');
  if (item.status === 'waiting' && !isNeeding(item)) return next;
  return inStage(next, item.status === 'paused' ? paused(null, clashOf(item)) : { status: 'queued', held: null });
}
