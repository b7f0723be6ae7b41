import type { IDBPObjectStore, StoreNames } from 'idb';
import { type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import type { QueueSchema } from './item-schema.ts';
import type { Ask } from './item-writing.ts';

const NONE = Object.fromEntries(STATUSES.map(status => [status, 0])) as Record<Status, number>;

/** How many items have each status, as a transaction finds it. Read early: the writes that follow need not wait. */
export async function readCounts<S extends StoreNames<QueueSchema>[], M extends IDBTransactionMode>(
  counts: IDBPObjectStore<QueueSchema, S, 'counts', M>,
): Promise<Record<Status, number>> {
  return (await counts.get('all')) ?? NONE;
}

/** Brings the counts in step with what a transaction changes; `was` is what `readCounts` found in it. */
export function writeCounts<S extends StoreNames<QueueSchema>[]>(
  counts: IDBPObjectStore<QueueSchema, S, 'counts', 'readwrite'>,
  was: Record<Status, number>,
  before: readonly (QueueItem | undefined)[],
  after: readonly QueueItem[],
  ask: Ask,
): void {
  const now = { ...was };
  for (const item of before) if (item !== undefined) now[item.status] -= 1;
  for (const { status } of after) now[status] += 1;
  if (STATUSES.some(status => now[status] !== was[status])) ask(counts.put(now, 'all'));
}
