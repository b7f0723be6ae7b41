import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import { type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import { abort, database } from './item-database.ts';
import { type QueueSchema } from './item-schema.ts';

/** Takes a request that is not waited for: the transaction tells what becomes of it. */
export type Ask = (request: Promise<unknown>) => void;

/**
 * Does `work` in one transaction, whole or not at all. `strict`: what it wrote survives a power cut too. Everything
 * written survives the death of the worker and of the browser. Rejects with what went wrong first.
 */
export async function writing<const S extends StoreNames<QueueSchema>[], T>(
  stores: S,
  durability: 'strict' | 'relaxed',
  work: (transaction: IDBPTransaction<QueueSchema, S, 'readwrite'>, ask: Ask) => Promise<T>,
): Promise<T> {
  const transaction = (await database()).transaction(stores, 'readwrite', { durability });
  let fault: unknown;
  const ask: Ask = request => void request.catch(error => (fault ??= error));
  ask(transaction.done);
  try {
    const answer = await work(transaction, ask);
    await transaction.done;
    return answer;
  } catch (error) {
    fault ??= error;
    abort(transaction);
    throw fault;
  }
}

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
