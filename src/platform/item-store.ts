import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { LIVE_STATUSES, PRIORITIES, type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import type { ItemPage, ItemQuery, ItemStore } from '../worker/ports.ts';

/** A record is the item and what its indexes need beyond it. */
type StoredItem = QueueItem & { readonly rank: number };

interface QueueSchema extends DBSchema {
  items: {
    key: string;
    value: StoredItem;
    indexes: {
      order: string;
      url: string;
      /** In the order in which items of a status are taken. */
      status: [Status, number, string];
      /** Only waiting items have it. */
      dueAt: number;
    };
  };
}
type Database = IDBPDatabase<QueueSchema>;

const NAME = 'longhaul';
const VERSION = 1;
let opened: Promise<Database> | null = null;

/** The queue on disk. Every change of state is on disk (`durability: 'strict'`) when its promise resolves. */
export const itemStore: ItemStore = {
  async save(items) {
    const { done, store } = await writing();
    for (const item of items) void store.put(stored(item));
    await done;
  },

  async remove(ids) {
    const { done, store } = await writing();
    for (const id of ids) void store.delete(id);
    await done;
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
    const index = (await database()).transaction('items').store.index('status');
    const pairs = STATUSES.map(async status => [status, await index.count(allOf(status))] as const);
    return Object.fromEntries(await Promise.all(pairs)) as Record<Status, number>;
  },

  async idsIn(statuses) {
    const index = (await database()).transaction('items').store.index('status');
    const found = await Promise.all(statuses.map(status => index.getAllKeys(allOf(status))));
    return found.flat();
  },

  async page(query) {
    const store = (await database()).transaction('items').store;
    return query.search === '' ? windowOf(store, query) : searched(store, query);
  },
};

type Store = IDBPTransaction<QueueSchema, ['items'], 'readonly'>['store'];

/** Reads only the window that is asked for, however long the list is. */
async function windowOf(store: Store, query: ItemQuery): Promise<ItemPage> {
  const items: QueueItem[] = [];
  let total = 0;
  let toSkip = query.offset;
  for (const { index, range } of sources(store, query)) {
    const count = await index.count(range);
    total += count;
    if (toSkip >= count || items.length >= query.limit) {
      toSkip = Math.max(0, toSkip - count);
      continue;
    }
    let cursor = await index.openCursor(range, query.newestFirst ? 'prev' : 'next');
    if (cursor !== null && toSkip > 0) cursor = await cursor.advance(toSkip);
    toSkip = 0;
    for (; cursor !== null && items.length < query.limit; cursor = await cursor.continue()) items.push(cursor.value);
  }
  return { total, items };
}

async function searched(store: Store, query: ItemQuery): Promise<ItemPage> {
  const wanted = query.search.toLowerCase();
  const items: QueueItem[] = [];
  let total = 0;
  for (const { index, range } of sources(store, query)) {
    let cursor = await index.openCursor(range, query.newestFirst ? 'prev' : 'next');
    for (; cursor !== null; cursor = await cursor.continue()) {
      if (!mentions(cursor.value, wanted)) continue;
      if (total >= query.offset && items.length < query.limit) items.push(cursor.value);
      total += 1;
    }
  }
  return { total, items };
}

function sources(store: Store, { statuses }: ItemQuery) {
  if (statuses === null) return [{ index: store.index('order'), range: null }];
  return statuses.map(status => ({ index: store.index('status'), range: allOf(status) }));
}

function mentions(item: QueueItem, wanted: string): boolean {
  const texts = [item.url, item.name ?? '', item.status === 'done' ? item.path : ''];
  return texts.some(text => text.toLowerCase().includes(wanted));
}

function stored(item: QueueItem): StoredItem {
  return { ...item, rank: PRIORITIES.indexOf(item.priority) };
}

function allOf(status: Status): IDBKeyRange {
  return IDBKeyRange.bound([status], [status, []]);
}

async function writing() {
  const transaction = (await database()).transaction('items', 'readwrite', { durability: 'strict' });
  return { done: transaction.done, store: transaction.store };
}

function database(): Promise<Database> {
  opened ??= open().catch(error => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<Database> {
  return openDB<QueueSchema>(NAME, VERSION, {
    upgrade(db) {
      const store = db.createObjectStore('items', { keyPath: 'id' });
      store.createIndex('order', 'order');
      store.createIndex('url', 'url');
      store.createIndex('status', ['status', 'rank', 'order']);
      store.createIndex('dueAt', 'dueAt');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
}
