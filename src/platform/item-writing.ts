import type { IDBPTransaction, StoreNames } from 'idb';
import { abort, database } from './item-database.ts';
import type { QueueSchema } from './item-schema.ts';

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
