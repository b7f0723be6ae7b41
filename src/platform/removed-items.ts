import type { IDBPIndex, StoreNames } from 'idb';
import type { QueueItem } from '../core/queue/item.ts';
import type { Removal } from '../core/queue/removal.ts';
import { database } from './item-database.ts';
import { tellItems } from './item-news.ts';
import { stored } from './item-record.ts';
import type { QueueSchema, StoredItem } from './item-schema.ts';
import { readCounts, writeCounts } from './item-counts.ts';
import { writing } from './item-writing.ts';

/** Items of one transaction, where many come back. */
const CHUNK = 1_000;

/** Moves items aside in one transaction; those that are not there are passed over. */
export async function remove(ids: readonly string[], at: number): Promise<void> {
  await writing(['items', 'counts', 'removed'], 'strict', async (transaction, ask) => {
    const items = transaction.objectStore('items');
    const counts = transaction.objectStore('counts');
    const [was, before] = await Promise.all([readCounts(counts), Promise.all(ids.map(id => items.get(id)))]);
    const found = before.filter(item => item !== undefined);
    for (const item of found) {
      ask(items.delete(item.id));
      ask(transaction.objectStore('removed').put({ id: item.id, at, item: unstored(item) }));
    }
    writeCounts(counts, was, found, [], ask);
  });
  tellItems(ids);
}

export async function lastRemoval(): Promise<Removal | null> {
  const stores: ['removed'] = ['removed'];
  return lastOf((await database()).transaction(stores).store.index('at'));
}

export async function lastOf<S extends StoreNames<QueueSchema>[]>(
  index: IDBPIndex<QueueSchema, S, 'removed', 'at'>,
): Promise<Removal | null> {
  const last = await index.openKeyCursor(null, 'prev');
  return last === null ? null : { at: last.key, count: await index.count(last.key) };
}

export async function restore(at: number, revive: (item: QueueItem) => QueueItem): Promise<number> {
  for (let restored = 0; ; ) {
    const ids = await writing(['items', 'counts', 'removed'], 'strict', async (transaction, ask) => {
      const removed = transaction.objectStore('removed');
      const counts = transaction.objectStore('counts');
      const [was, found] = await Promise.all([readCounts(counts), removed.index('at').getAll(at, CHUNK)]);
      const items = found.map(({ item }) => revive(item));
      for (const item of items) {
        ask(transaction.objectStore('items').put(stored(item)));
        ask(removed.delete(item.id));
      }
      writeCounts(counts, was, [], items, ask);
      return items.map(({ id }) => id);
    });
    tellItems(ids);
    restored += ids.length;
    if (ids.length < CHUNK) return restored;
  }
}

export async function forgetRemoved(until: number): Promise<void> {
  await writing(['removed'], 'relaxed', async (transaction, ask) => {
    const index = transaction.objectStore('removed').index('at');
    const ids = await index.getAllKeys(IDBKeyRange.upperBound(until));
    for (const id of ids) ask(transaction.objectStore('removed').delete(id));
  });
}

function unstored({ rank: _rank, site: _site, files: _files, ...item }: StoredItem): QueueItem {
  return item;
}
