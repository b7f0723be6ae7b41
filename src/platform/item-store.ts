import type { IDBPTransaction } from 'idb';
import { LIVE_STATUSES, PRIORITIES, type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import type { ItemStore } from '../worker/ports.ts';
import { allOf, database, type QueueSchema, type StoredItem } from './item-database.ts';
import { searched, windowOf } from './item-pages.ts';

type Writing = IDBPTransaction<QueueSchema, ['items', 'counts'], 'readwrite'>;

/**
 * The queue on disk. What was saved survives the death of the worker and of the browser; what must also survive a power
 * cut (an intent before its act, an end, a new item) is written with `durability: 'strict'`.
 */
export const itemStore: ItemStore = {
  async save(items) {
    const transaction = await writing(items.some(isVital) ? 'strict' : 'relaxed');
    const store = transaction.objectStore('items');
    const before = await Promise.all(items.map(item => store.get(item.id)));
    for (const item of items) void store.put(stored(item));
    await count(transaction, before, items);
    await transaction.done;
  },

  async remove(ids) {
    const transaction = await writing('strict');
    const store = transaction.objectStore('items');
    const before = await Promise.all(ids.map(id => store.get(id)));
    for (const id of ids) void store.delete(id);
    await count(transaction, before, []);
    await transaction.done;
  },

  async get(ids) {
    const store = (await database()).transaction('items').store;
    const found = await Promise.all(ids.map(id => store.get(id)));
    return found.filter(item => item !== undefined);
  },

  async live() {
    const index = (await database()).transaction('items').store.index('status');
    const found = await Promise.all(LIVE_STATUSES.map(status => index.getAll(allOf(status))));
    return found.flat();
  },

  async nextQueued(count) {
    if (count === 0) return [];
    return (await database()).getAllFromIndex('items', 'status', allOf('queued'), count);
  },

  async due(now, farthest) {
    const index = (await database()).transaction('items').store.index('dueAt');
    const ranges = [IDBKeyRange.upperBound(now), IDBKeyRange.lowerBound(farthest, true)];
    return (await Promise.all(ranges.map(range => index.getAll(range)))).flat();
  },

  async nextDueAt() {
    const cursor = await (await database()).transaction('items').store.index('dueAt').openKeyCursor();
    return cursor?.key ?? null;
  },

  async withUrls(urls) {
    const index = (await database()).transaction('items').store.index('url');
    return Promise.all(urls.map(url => index.getAll(url)));
  },

  async ends() {
    const index = (await database()).transaction('items').store.index('order');
    const [first, last] = await Promise.all([index.openKeyCursor(null, 'next'), index.openKeyCursor(null, 'prev')]);
    return { first: first?.key ?? null, last: last?.key ?? null };
  },

  async counts() {
    return readCounts((await database()).transaction('counts').store);
  },

  async idsIn(statuses) {
    const index = (await database()).transaction('items').store.index('status');
    const found = await Promise.all(statuses.map(status => index.getAllKeys(allOf(status))));
    return found.flat();
  },

  async page(query) {
    const transaction = (await database()).transaction(['items', 'counts']);
    const store = transaction.objectStore('items');
    if (query.search !== '') return searched(store, query);
    return windowOf(store, query, await readCounts(transaction.objectStore('counts')));
  },
};

/** Brings the counts in step with what a transaction has changed. */
async function count(
  transaction: Writing,
  before: readonly (QueueItem | undefined)[],
  after: readonly QueueItem[],
): Promise<void> {
  const change = new Map<Status, number>();
  for (const item of before) if (item !== undefined) change.set(item.status, (change.get(item.status) ?? 0) - 1);
  for (const { status } of after) change.set(status, (change.get(status) ?? 0) + 1);
  const store = transaction.objectStore('counts');
  for (const [status, by] of change) if (by !== 0) await store.put(((await store.get(status)) ?? 0) + by, status);
}

/**
 * Where a power cut must not undo it. A probe leaves no trace, and that a job runs the browser tells us again: those
 * two are found out anew from the state before.
 */
function isVital({ status, ...item }: QueueItem): boolean {
  return status !== 'running' && !(status === 'starting' && 'step' in item && item.step === 'probing');
}

function stored(item: QueueItem): StoredItem {
  return { ...item, rank: PRIORITIES.indexOf(item.priority) };
}

async function writing(durability: 'strict' | 'relaxed'): Promise<Writing> {
  return (await database()).transaction(['items', 'counts'], 'readwrite', { durability });
}

async function readCounts(store: {
  get(status: Status): Promise<number | undefined>;
}): Promise<Record<Status, number>> {
  const pairs = STATUSES.map(async status => [status, (await store.get(status)) ?? 0] as const);
  return Object.fromEntries(await Promise.all(pairs)) as Record<Status, number>;
}
