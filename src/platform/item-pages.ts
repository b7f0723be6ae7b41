import type { IDBPIndex } from 'idb';
import { finder } from '../core/history/find.ts';
import { type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import type { ItemPage, ItemQuery } from '../worker/ports.ts';
import { membersIn } from './item-groups.ts';
import { allOf, type QueueSchema, type Reading, type StoredItem } from './item-schema.ts';

/** Items read at a time where all must be looked at. */
const BATCH = 5_000;

/** Reads only the window that is asked for, however long the list is. */
export async function windowOf(store: Reading, query: ItemQuery, counts: Record<Status, number>): Promise<ItemPage> {
  const items: QueueItem[] = [];
  let total = 0;
  let toSkip = query.offset;
  for (const { index, range, statuses } of sources(store, query)) {
    const length = statuses.reduce((sum, status) => sum + counts[status], 0);
    total += length;
    if (toSkip >= length || items.length >= query.limit) {
      toSkip = Math.max(0, toSkip - length);
      continue;
    }
    let cursor = await index.openCursor(range, query.newestFirst ? 'prev' : 'next');
    if (cursor !== null && toSkip > 0) cursor = await cursor.advance(toSkip);
    toSkip = 0;
    for (; cursor !== null && items.length < query.limit; cursor = await cursor.continue()) items.push(cursor.value);
  }
  return { total, items };
}

/** Looks at every item: an index cannot find a part of a text. */
export async function searched(store: Reading, query: ItemQuery): Promise<ItemPage> {
  const isFound = finder(query);
  const found: QueueItem[] = [];
  for (const source of sources(store, query)) {
    const hits: QueueItem[] = [];
    for await (const batch of batchesOf(source)) hits.push(...batch.filter(isFound));
    found.push(...(query.newestFirst ? hits.toReversed() : hits));
  }
  return { total: found.length, items: found.slice(query.offset, query.offset + query.limit) };
}

/** All items of a source, in its order, a batch at a time: memory stays flat, and a cursor would be slower. */
async function* batchesOf({ index, range, keyOf }: Source): AsyncGenerator<readonly StoredItem[]> {
  let rest = range;
  // Several may stand at one place: the next batch begins there too, without those that were seen.
  let seen: ReadonlySet<string> = new Set();
  for (;;) {
    const batch = await index.getAll(rest, BATCH);
    const fresh = batch.filter(({ id }) => !seen.has(id));
    yield fresh;
    const last = batch.at(-1);
    if (last === undefined || fresh.length === 0 || batch.length < BATCH) return;
    const place = keyOf(last);
    seen = new Set(batch.filter(item => indexedDB.cmp(keyOf(item), place) === 0).map(({ id }) => id));
    rest = IDBKeyRange.bound(place, range.upper);
  }
}

/** Where items are read from: a stretch of an index, and the statuses that stand in it. */
interface Source {
  readonly index: IDBPIndex<QueueSchema, ['items', 'counts'], 'items', 'order' | 'status', 'readonly'>;
  readonly range: IDBKeyRange;
  readonly keyOf: (item: StoredItem) => IDBValidKey;
  readonly statuses: readonly Status[];
}

function sources(store: Reading, { statuses }: ItemQuery): readonly Source[] {
  if (statuses === null) {
    const everything = IDBKeyRange.bound('', []);
    return [{ index: store.index('order'), range: everything, keyOf: item => item.order, statuses: STATUSES }];
  }
  return statuses.map(status => ({
    index: store.index('status'),
    range: allOf(status),
    keyOf: ({ rank, order }) => [status, rank, order],
    statuses: [status],
  }));
}

/** The items of a group, by order. A group is what was sent in one go: it is read whole. */
export async function ofGroup(store: Reading, group: string, { offset, limit }: ItemQuery): Promise<ItemPage> {
  const all = await Promise.all(STATUSES.map(status => store.index('group').getAll(membersIn(status, group))));
  const items = all.flat().sort((a, b) => (a.order < b.order ? -1 : 1));
  return { total: items.length, items: items.slice(offset, offset + limit) };
}
