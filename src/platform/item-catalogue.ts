import { openDB } from 'idb';
import { type CatalogueRow, catalogueRow } from '../core/catalogue/row.ts';
import { BY_PLACE, comparer } from '../core/catalogue/sort-rows.ts';
import { type Status, UNENDED_STATUSES } from '../core/queue/item.ts';
import { readCounts } from './item-counts.ts';
import { allOf, type Database, NAME, type QueueSchema, type Reading } from './item-schema.ts';

/** Items read at a time: a page that reads more of them at once stands still. */
const CHUNK = 500;

/**
 * The stored items, for a page that looks at all of them: read only, and beside the worker, so that a hundred thousand
 * of them are no hundred messages. The database is the worker's to make and to bring over: a page asks the worker
 * something first.
 */
export interface ItemCatalogue {
  readonly counts: () => Promise<Readonly<Record<Status, number>>>;
  /** The first `count` in the order of the queue, what has ended behind. */
  readonly first: (count: number) => Promise<readonly CatalogueRow[]>;
  /** All of them, in no order, a chunk at a time. */
  readonly all: () => AsyncGenerator<readonly CatalogueRow[]>;
  /** Those of `ids` that are there. */
  readonly read: (ids: readonly string[]) => Promise<readonly CatalogueRow[]>;
}

/** Opens anew where the last connection was closed for an update of the database. */
export function openCatalogue(): ItemCatalogue {
  let opened: Promise<Database> | null = null;
  const database = (): Promise<Database> => {
    const opening = (opened ??= open(() => (opened = null)));
    return opening.catch(error => {
      opened = null;
      throw error;
    });
  };
  const reading = async (): Promise<Reading> =>
    (await database()).transaction(['items', 'counts']).objectStore('items');
  return {
    counts: async () => readCounts((await database()).transaction('counts').store),
    first: async count => firstOf(await reading(), count),
    all: () => chunks(reading),
    read: async ids => {
      const store = await reading();
      const found = await Promise.all(ids.map(id => store.get(id)));
      return found.filter(item => item !== undefined).map(catalogueRow);
    },
  };
}

async function open(onClosed: () => void): Promise<Database> {
  // Without a version: the newest there is. Where there is none, none is made.
  const db = await openDB<QueueSchema>(NAME, undefined, {
    upgrade(_db, _oldVersion, _newVersion, transaction) {
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  if (db.objectStoreNames.contains('items')) return db;
  db.close();
  throw new DOMException('The queue is not there yet.', 'NotFoundError');
}

async function firstOf(store: Reading, count: number): Promise<readonly CatalogueRow[]> {
  const status = store.index('status');
  const unended = UNENDED_STATUSES.map(each => status.getAll(allOf(each), count));
  const rows = (await Promise.all([...unended, lastEnded(store, count)])).flat().map(catalogueRow);
  return rows.sort(comparer(BY_PLACE, () => 0)).slice(0, count);
}

async function lastEnded(store: Reading, count: number) {
  const found = [];
  let cursor = await store.index('endedAt').openCursor(null, 'prev');
  for (; cursor !== null && found.length < count; cursor = await cursor.continue()) found.push(cursor.value);
  return found;
}

async function* chunks(reading: () => Promise<Reading>): AsyncGenerator<readonly CatalogueRow[]> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const items = await (await reading()).getAll(range, CHUNK);
    yield items.map(catalogueRow);
    const last = items.at(-1);
    if (last === undefined || items.length < CHUNK) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}
