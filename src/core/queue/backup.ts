import { USUAL_POLICY } from '../links/referrer-policy.ts';
import { type Asked, NEVER_TRAVELLED, type QueueItem } from './item.ts';
import { placeAskedOf, UNPLACED } from './place.ts';

/** What is kept of an item outside the queue's own store, for the day on which that is gone. */
export type BackedUp = Omit<Asked, 'order' | 'addedAt'>;

/** Items that a backup holds at most: all of `storage.local` is read and written at once. */
export const MOST_BACKED_UP = 5_000;

export function backedUp(item: QueueItem): BackedUp {
  const { id, url, referrer, referrerPolicy, priority, wish, checksum, group, again } = item;
  return { id, url, referrer, referrerPolicy, ...placeAskedOf(item), priority, wish, checksum, group, again };
}

/**
 * An item out of a backup. It is paused: a backup is minutes old, and what has been downloaded since must not come a
 * second time without the user's word.
 */
export function fromBackup(kept: BackedUp, order: string, now: number): QueueItem {
  return {
    // A backup that was made before items had these.
    ...{ referrerPolicy: USUAL_POLICY, ...UNPLACED },
    ...kept,
    order,
    addedAt: now,
    ...NEVER_TRAVELLED,
    log: [{ at: now, what: 'restored', detail: 'backup' }],
    status: 'paused',
    held: null,
  };
}
