import { isNeeding } from '../../src/core/queue/access.ts';
import { LIVE_STATUSES, type QueueItem, type Status } from '../../src/core/queue/item.ts';

const GOING: readonly Status[] = ['queued', 'waiting', ...LIVE_STATUSES];

/** Whether an item comes to an end without the user. */
export function goesOn(item: QueueItem): boolean {
  return GOING.includes(item.status) && !isNeeding(item);
}
