import type { IDBPTransaction } from 'idb';
import { isLooking } from '../core/history/find.ts';
import { LIVE_STATUSES, type QueueItem } from '../core/queue/item.ts';
import type { Decided, ItemStore } from '../worker/ports.ts';
import { byEnd, clearedIds, forgetEnded } from './history.ts';
import { database } from './item-database.ts';
import { readCounts, writeCounts } from './item-counts.ts';
import { stored } from './item-record.ts';
import { allOf, type QueueSchema, type StoredItem } from './item-schema.ts';
import { countsOf, groupsUnderWay, membersIn } from './item-groups.ts';
import { tellItems } from './item-news.ts';
import { ofGroup, searched, windowOf } from './item-pages.ts';
import { chooseInTurn } from './item-turns.ts';
import { type Ask, writing } from './item-writing.ts';
import { forgetRemoved, lastOf, lastRemoval, remove, restore } from './removed-items.ts';

const ITEMS: ['items'] = ['items'];

/**
 * The queue on disk. What was saved survives the death of the worker and of the browser; what must also survive a power
 * cut (an intent before its act, an end, a new item) is written with `durability: 'strict'`.
 */
export const itemStore: ItemStore = {
  async save(items, gates = []) {
    await writing(WRITTEN, items.some(isVital) ? 'strict' : 'relaxed', async (transaction, ask) => {
      const store = transaction.objectStore('items');
      const before = Promise.all(items.map(item => store.get(item.id)));
      await writeAll(transaction, ask, before, async () => ({ items, gates }));
    });
    tellItems(idsOf(items));
  },

  async update(ids, decide) {
    const decided = await writing(WRITTEN, 'strict', async (transaction, ask) => {
      const store = transaction.objectStore('items');
      const before = Promise.all(ids.map(id => store.get(id)));
      return writeAll(transaction, ask, before, async () => decide(await before));
    });
    tellItems(idsOf(decided.items));
    return decided;
  },

  async add(items) {
    if (items.length === 0) return;
    await writing(['items', 'counts'], 'strict', async (transaction, ask) => {
      const counts = transaction.objectStore('counts');
      const was = await readCounts(counts);
      for (const item of items) ask(transaction.objectStore('items').add(stored(item)));
      writeCounts(counts, was, [], items, ask);
    });
    tellItems(idsOf(items));
  },

  async get(ids) {
    const store = (await database()).transaction('items').store;
    const found = await Promise.all(ids.map(id => store.get(id)));
    return found.filter(item => item !== undefined);
  },

  async load(now, farthest) {
    const transaction = (await database()).transaction(['items', 'gates', 'removed']);
    const items = transaction.objectStore('items');
    const dueAt = items.index('dueAt');
    const ranges = [IDBKeyRange.upperBound(now), IDBKeyRange.lowerBound(farthest, true)];
    const [live, due, gates, oldest] = await Promise.all([
      Promise.all(LIVE_STATUSES.map(status => items.index('status').getAll(allOf(status)))),
      Promise.all(ranges.map(range => dueAt.getAll(range))),
      transaction.objectStore('gates').getAll(),
      transaction.objectStore('removed').index('at').openKeyCursor(),
    ]);
    return { live: live.flat(), due: due.flat(), gates, removedAt: oldest?.key ?? null };
  },

  async live() {
    const index = (await database()).transaction('items').store.index('status');
    const found = await Promise.all(LIVE_STATUSES.map(status => index.getAll(allOf(status))));
    return found.flat();
  },

  async held() {
    return (await database()).getAllFromIndex('items', 'held');
  },

  async nextQueued(chooser) {
    const transaction = (await database()).transaction(ITEMS);
    return chooseInTurn(transaction.objectStore('items'), chooser);
  },

  async outlook() {
    const transaction = (await database()).transaction(['items', 'counts', 'gates', 'removed']);
    const items = transaction.objectStore('items');
    const hasQueued = async (site: string): Promise<boolean> =>
      (await items.index('site').getKey(IDBKeyRange.bound(['queued', site], ['queued', site, []]))) !== undefined;
    const [counts, due, gates, oldest] = await Promise.all([
      readCounts(transaction.objectStore('counts')),
      items.index('dueAt').openKeyCursor(),
      transaction.objectStore('gates').getAll(),
      transaction.objectStore('removed').index('at').openKeyCursor(),
    ]);
    const isWaitedFor = await Promise.all(gates.map(({ site }) => hasQueued(site)));
    return {
      counts,
      nextDueAt: due?.key ?? null,
      gates: gates.filter((_, index) => isWaitedFor[index]),
      removedAt: oldest?.key ?? null,
    };
  },

  async openGates(sites) {
    await writing(['gates'], 'relaxed', async (transaction, ask) => {
      for (const site of sites) ask(transaction.objectStore('gates').delete(site));
    });
  },

  async withUrls(urls) {
    const index = (await database()).transaction('items').store.index('url');
    return Promise.all(urls.map(url => index.getAll(url)));
  },

  async hasFile(name, size) {
    return (await (await database()).getKeyFromIndex('items', 'files', [name, size])) !== undefined;
  },

  async ends() {
    const index = (await database()).transaction('items').store.index('order');
    const [first, last] = await Promise.all([index.openKeyCursor(null, 'next'), index.openKeyCursor(null, 'prev')]);
    return { first: first?.key ?? null, last: last?.key ?? null };
  },

  async neighbour(order, side) {
    const index = (await database()).transaction('items').store.index('order');
    const cursor = await (side === 'before'
      ? index.openKeyCursor(IDBKeyRange.upperBound(order, true), 'prev')
      : index.openKeyCursor(IDBKeyRange.lowerBound(order, true), 'next'));
    return cursor?.key ?? null;
  },

  async counts() {
    return readCounts((await database()).transaction('counts').store);
  },

  async glance() {
    const transaction = (await database()).transaction(['counts', 'removed']);
    const [counts, removal] = await Promise.all([
      readCounts(transaction.objectStore('counts')),
      lastOf(transaction.objectStore('removed').index('at')),
    ]);
    return { counts, removal };
  },

  async idsIn(statuses) {
    const index = (await database()).transaction('items').store.index('status');
    const found = await Promise.all(statuses.map(status => index.getAllKeys(allOf(status))));
    return found.flat();
  },

  async idsOfGroup(group, statuses) {
    const index = (await database()).transaction('items').store.index('group');
    const found = await Promise.all(statuses.map(status => index.getAllKeys(membersIn(status, group))));
    return found.flat();
  },

  async groups() {
    return groupsUnderWay(await database());
  },

  async countsOfGroup(id) {
    return countsOf((await database()).transaction(ITEMS).store.index('group'), id);
  },

  async page(query) {
    const transaction = (await database()).transaction(['items', 'counts']);
    const store = transaction.objectStore('items');
    if (query.group !== null) return ofGroup(store, query.group, query);
    if (query.byEnd) return byEnd(store, query, await readCounts(transaction.objectStore('counts')));
    if (isLooking(query)) return searched(store, query);
    return windowOf(store, query, await readCounts(transaction.objectStore('counts')));
  },

  async birth() {
    return (await (await database()).get('marks', 'birth')) ?? null;
  },

  async markBirth(mark) {
    await (await database()).put('marks', mark, 'birth');
  },

  async nextBatch() {
    return writing(['marks'], 'relaxed', async (transaction, ask) => {
      const marks = transaction.objectStore('marks');
      const next = Number((await marks.get('batch')) ?? 0) + 1;
      ask(marks.put(`${next}`, 'batch'));
      return next;
    });
  },

  forgetEnded,
  clearedIds,
  remove,
  lastRemoval,
  restore,
  forgetRemoved,
};

function idsOf(items: readonly QueueItem[]): readonly string[] {
  return items.map(({ id }) => id);
}

const WRITTEN: ['items', 'counts', 'gates'] = ['items', 'counts', 'gates'];

/** Writes what was decided, and brings the counts in step. A gate that is shut longer already stays as it is. */
async function writeAll<D extends Decided>(
  transaction: IDBPTransaction<QueueSchema, ['items', 'counts', 'gates'], 'readwrite'>,
  ask: Ask,
  reading: Promise<readonly (StoredItem | undefined)[]>,
  deciding: () => Promise<D>,
): Promise<D> {
  const counts = transaction.objectStore('counts');
  const shut = transaction.objectStore('gates');
  const [was, before, decided] = await Promise.all([readCounts(counts), reading, deciding()]);
  for (const item of decided.items) ask(transaction.objectStore('items').put(stored(item)));
  const written = new Set(decided.items.map(({ id }) => id));
  writeCounts(
    counts,
    was,
    before.filter(item => item !== undefined && written.has(item.id)),
    decided.items,
    ask,
  );
  // Of several of one site the longest comes last, and stays.
  for (const gate of decided.gates.toSorted((a, b) => a.until - b.until))
    if (((await shut.get(gate.site))?.until ?? 0) < gate.until) ask(shut.put(gate));
  return decided;
}

/**
 * Where a power cut must not undo it. A probe leaves no trace, and that a job runs the browser tells us again: those
 * two are found out anew from the state before.
 */
function isVital({ status, ...item }: QueueItem): boolean {
  return status !== 'running' && !(status === 'starting' && 'step' in item && item.step === 'probing');
}
