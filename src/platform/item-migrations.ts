import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { USUAL_POLICY } from '../core/links/referrer-policy.ts';
import { type QueueItem, type Status, STATUSES } from '../core/queue/item.ts';
import { UNPLACED } from '../core/queue/place.ts';
import type { FetchPlan, Held, Plan, Unanswered } from '../core/queue/plan.ts';
import { stored } from './item-record.ts';
import type { QueueSchema } from './item-schema.ts';
import { stayAwake } from './stay-awake.ts';

type Upgrade = IDBPTransaction<QueueSchema, StoreNames<QueueSchema>[], 'versionchange'>;

/**
 * Brings a database of any older version to the present schema, one version after the other, in the one transaction
 * that the browser gives for it: it comes whole or not at all, and no item is lost on the way.
 */
export async function migrate(db: IDBPDatabase<QueueSchema>, oldVersion: number, transaction: Upgrade): Promise<void> {
  if (oldVersion < 1) createFirst(db);
  if (oldVersion < 2) createSecond(db, transaction);
  if (oldVersion < 4) transaction.objectStore('items').createIndex('endedAt', 'endedAt');
  if (oldVersion === 0) return;
  if (oldVersion < 2) await gatherCounts(transaction);
  await rewrite(transaction, item => {
    const second = oldVersion < 2 ? fromFirst(item as unknown as FirstItem) : item;
    return fromThird(oldVersion < 3 ? fromSecond(second) : second);
  });
}

/** Version 1: items by order, URL, status and time, and their counts. */
function createFirst(db: IDBPDatabase<QueueSchema>): void {
  const items = db.createObjectStore('items', { keyPath: 'id' });
  items.createIndex('order', 'order');
  items.createIndex('url', 'url');
  items.createIndex('status', ['status', 'rank', 'order']);
  items.createIndex('dueAt', 'dueAt');
  db.createObjectStore('counts');
}

/** Version 2: items by site, group, file and held download; gates of sites; removed items; a mark; groups have
 * ids; the counts are one record. */
function createSecond(db: IDBPDatabase<QueueSchema>, transaction: Upgrade): void {
  const items = transaction.objectStore('items');
  items.createIndex('site', ['status', 'site', 'rank', 'order']);
  items.createIndex('group', ['status', 'group.id', 'order']);
  items.createIndex('files', 'files', { multiEntry: true });
  items.createIndex('held', 'held.downloadId');
  db.createObjectStore('gates', { keyPath: 'site' });
  db.createObjectStore('marks');
  db.createObjectStore('removed', { keyPath: 'id' }).createIndex('at', 'at');
}

/** Brings each item over, and each removed one. Version 3 changed nothing but what an item is, version 4 also finds items by their end. */
async function rewrite(transaction: Upgrade, grow: (item: QueueItem) => QueueItem): Promise<void> {
  const items = transaction.objectStore('items');
  for (let last = ''; ; ) {
    const batch = await items.getAll(IDBKeyRange.lowerBound(last, true), BATCH);
    for (const item of batch) items.put(stored(grow(item))).catch(tellsItself);
    stayAwake();
    last = batch.at(-1)?.id ?? '';
    if (batch.length < BATCH) break;
  }
  const removed = transaction.objectStore('removed');
  for (const entry of await removed.getAll()) removed.put({ ...entry, item: grow(entry.item) }).catch(tellsItself);
}

/** They were a record for each status. */
async function gatherCounts(transaction: Upgrade): Promise<void> {
  const store = transaction.objectStore('counts') as unknown as FirstCounts;
  const counts = await Promise.all(STATUSES.map(async status => [status, (await store.get(status)) ?? 0] as const));
  await store.clear();
  await transaction.objectStore('counts').put(Object.fromEntries(counts) as Record<Status, number>, 'all');
}

interface FirstCounts {
  get(status: Status): Promise<number | undefined>;
  clear(): Promise<void>;
}

/** Items that are brought over at a time: memory stays flat, and each need not wait for the one before. */
const BATCH = 1_000;

/** A write that fails ends the whole transaction, which says why. */
function tellsItself(): void {}

/** An item as version 1 kept it. */
type FirstItem = Omit<QueueItem, 'group'> & { readonly group: string | null };

/** Version 3 knew no masks, rules and clashes, and the browser named its own downloads unless we had a name. */
function fromThird(item: QueueItem): QueueItem {
  const { mask, conflict, said, batch } = UNPLACED;
  const grown = { ...item, mask, conflict, said, batch, ruled: null };
  return {
    ...grown,
    ...('plan' in item ? { plan: withNaming(item.plan) } : {}),
    ...('instead' in item ? { instead: withNaming(item.instead) } : {}),
    ...('held' in item ? { held: heldWithNaming(item.held) } : {}),
    ...('afterwards' in item && 'held' in item.afterwards
      ? { afterwards: { ...item.afterwards, held: heldWithNaming(item.afterwards.held) } }
      : {}),
  } as QueueItem;
}

function heldWithNaming<H extends Held | Unanswered>(held: H | null): H | null {
  return held === null ? null : { ...held, plan: withNaming(held.plan) };
}

function withNaming<P extends Plan | null>(plan: P): P {
  if (plan === null || plan.carrier !== 'browser-download') return plan;
  return { ...plan, naming: plan.filename === null ? 'browser' : 'given' };
}

/** Version 2 knew no parts and no referrer policy. */
function fromSecond(item: QueueItem): QueueItem {
  const grown: QueueItem = { ...item, referrerPolicy: USUAL_POLICY, kept: null, inWhole: false };
  if (!('plan' in grown) || grown.plan.carrier !== 'background-fetch') return grown;
  const plan: FetchPlan = { ...grown.plan, validator: null, parts: null, shared: null };
  return { ...grown, plan } as QueueItem;
}

/** Those of one title were one group then. */
function fromFirst(item: FirstItem): QueueItem {
  const { group } = item;
  const grown = {
    ...item,
    group: group === null ? null : { id: group, title: group },
    again: false,
    losses: 0,
    furthest: 0,
    ...(item.status === 'cancelled' ? { by: 'user' } : {}),
  };
  return grown as QueueItem;
}
