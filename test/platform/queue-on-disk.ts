import './extension.ts';
import 'fake-indexeddb/auto';
import { deleteDB, type IDBPIndex, openDB } from 'idb';
import type { QueueItem } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import type { Chooser } from '../../src/core/queue/schedule.ts';
import { NAME } from '../../src/platform/item-schema.ts';
import type { StoredItem } from '../../src/platform/item-schema.ts';
import type { ItemQuery } from '../../src/worker/ports.ts';
import { itemIn } from '../core/make-item.ts';

export const KEYS = keysAfter(null, 50);

export const EVERYTHING: ItemQuery = {
  offset: 0,
  limit: 100_000,
  statuses: null,
  search: '',
  since: null,
  until: null,
  byEnd: false,
  newestFirst: false,
  group: null,
};

export const TAKES_ALL: Chooser = { isFull: () => false, offer: () => 'taken' };

/** A queue that nobody has written yet: the store's connection closes by itself, as it does for a newer version. */
export async function emptyQueue(): Promise<void> {
  await deleteDB(NAME);
}

/** An item whose id and place are its number. */
export function numbered(number: number, item: QueueItem = itemIn('queued')): QueueItem {
  return { ...item, id: `n${number}`, url: `https://files.test/${number}.bin`, order: KEYS[number] ?? '' };
}

/** The item without what its record has beyond it. */
export function bare(item: QueueItem): QueueItem {
  const { rank: _rank, site: _site, files: _files, ...rest } = item as StoredItem;
  return rest;
}

export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

export function sortedById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** All that is in the database, its indexes too, read past the store, whatever its version is. */
export async function dump(): Promise<Record<string, unknown>> {
  const db = await openDB(NAME, undefined, {
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const found: Record<string, unknown> = { version: db.version };
  for (const name of db.objectStoreNames) {
    const { store } = db.transaction(name);
    const indexes = [...store.indexNames].map(indexName => store.index(indexName));
    const [keys, values, ...entries] = await Promise.all([
      store.getAllKeys(),
      store.getAll(),
      ...indexes.map(entriesOf),
    ]);
    found[name] = { keyPath: store.keyPath, keys, values };
    for (const [at, { name: indexName, keyPath, unique, multiEntry }] of indexes.entries())
      found[`${name} by ${indexName}`] = { keyPath, unique, multiEntry, entries: entries[at] };
  }
  db.close();
  return found;
}

async function entriesOf(index: IDBPIndex): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  for (let cursor = await index.openKeyCursor(); cursor !== null; cursor = await cursor.continue())
    entries.push([cursor.key, cursor.primaryKey]);
  return entries;
}
