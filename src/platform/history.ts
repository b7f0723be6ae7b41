import type { IDBPCursorWithValue, IDBPIndex } from 'idb';
import { type Clearing, isCleared } from '../core/history/clearing.ts';
import { finder, isLooking } from '../core/history/find.ts';
import { ALWAYS_KEPT, forgottenBefore, type Retention } from '../core/history/retention.ts';
import { ENDED_STATUSES, type QueueItem, type Status } from '../core/queue/item.ts';
import type { ItemPage, ItemQuery } from '../worker/ports.ts';
import { database } from './item-database.ts';
import { tellItems } from './item-news.ts';
import type { QueueSchema, Reading, StoredItem } from './item-schema.ts';
import { readCounts, writeCounts } from './item-counts.ts';
import { writing } from './item-writing.ts';

/** Items that are forgotten in one transaction. */
const BATCH = 500;

/** Forgets the oldest ends that are too many or too old, a batch of them at most, and answers how many those were. */
export async function forgetEnded(retention: Retention, now: number): Promise<number> {
  if (!(await hasTooOld(retention, now))) return 0;
  const forgotten = await writing(['items', 'counts'], 'relaxed', async (transaction, ask) => {
    const items = transaction.objectStore('items');
    const counts = transaction.objectStore('counts');
    const index = items.index('endedAt');
    const [was, youngest] = await Promise.all([readCounts(counts), youngestOf(index)]);
    const before = forgottenBefore(retention, youngest, now);
    const oldest = await index.getAll(null, BATCH);
    const surplus = endedIn(was) - retention.most;
    const forgotten = oldest.filter(
      (item, place) => place < surplus || (before !== null && 'endedAt' in item && item.endedAt < before),
    );
    for (const item of forgotten) ask(items.delete(item.id));
    writeCounts(counts, was, forgotten, [], ask);
    return forgotten.map(({ id }) => id);
  });
  tellItems(forgotten);
  return forgotten.length;
}

/** A look that writes nothing: mostly there is nothing to forget. */
async function hasTooOld(retention: Retention, now: number): Promise<boolean> {
  const transaction = (await database()).transaction(['items', 'counts']);
  const index = transaction.objectStore('items').index('endedAt');
  const [was, oldest, youngest] = await Promise.all([
    readCounts(transaction.objectStore('counts')),
    index.openKeyCursor(),
    youngestOf(index),
  ]);
  if (oldest === null) return false;
  const before = forgottenBefore(retention, youngest, now);
  return endedIn(was) > retention.most || (before !== null && oldest.key < before);
}

/** The end from which age is counted; null where all that has ended is kept anyway. */
async function youngestOf<M extends IDBTransactionMode>(
  index: IDBPIndex<QueueSchema, ['items', 'counts'], 'items', 'endedAt', M>,
): Promise<number | null> {
  const newest = await index.openKeyCursor(null, 'prev');
  return (await newest?.advance(ALWAYS_KEPT - 1))?.key ?? null;
}

function endedIn(counts: Record<Status, number>): number {
  return ENDED_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** The ids of the ended items that are to be cleared away, the oldest end first. */
export async function clearedIds(clearing: Clearing): Promise<readonly string[]> {
  const index = (await database()).transaction('items').store.index('endedAt');
  const range = clearing.before === null ? null : IDBKeyRange.upperBound(clearing.before, true);
  const ids: string[] = [];
  for (let cursor = await index.openCursor(range); cursor !== null; cursor = await cursor.continue())
    if (isCleared(cursor.value, clearing)) ids.push(cursor.value.id);
  return ids;
}

type Cursor = IDBPCursorWithValue<QueueSchema, ['items', 'counts'], 'items', 'endedAt', 'readonly'>;

/** A window of what has ended, by its end. Where all of it is wanted only the window is read. */
export async function byEnd(store: Reading, query: ItemQuery, counts: Record<Status, number>): Promise<ItemPage> {
  const { offset, limit, newestFirst } = query;
  const wanted = query.statuses ?? ENDED_STATUSES;
  const open = (): Promise<Cursor | null> => store.index('endedAt').openCursor(null, newestFirst ? 'prev' : 'next');
  const isWhole = ENDED_STATUSES.every(status => wanted.includes(status)) && !isLooking(query);
  if (isWhole) {
    let cursor = await open();
    if (cursor !== null && offset > 0) cursor = await cursor.advance(offset);
    const items: StoredItem[] = [];
    for (; cursor !== null && items.length < limit; cursor = await cursor.continue()) items.push(cursor.value);
    return { total: endedIn(counts), items };
  }
  const isFound = finder(query);
  const found: QueueItem[] = [];
  for (let cursor = await open(); cursor !== null; cursor = await cursor.continue())
    if (wanted.includes(cursor.value.status) && isFound(cursor.value)) found.push(cursor.value);
  return { total: found.length, items: found.slice(offset, offset + limit) };
}
