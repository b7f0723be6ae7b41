import { emptyQueue, bare, EVERYTHING, idsOf, sortedById, TAKES_ALL } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { type QueueItem, STATUSES } from '../../src/core/queue/item.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import type { GroupCounts, ItemQuery } from '../../src/worker/ports.ts';
import { NOW } from '../core/make-item.ts';
import { QueueModel } from './queue-model.ts';
import { GROUPS, PLACES, steps, take } from './queue-steps.ts';

const RUNS = 25;

const QUERIES: readonly ItemQuery[] = [
  { statuses: null },
  { statuses: null, newestFirst: true },
  { statuses: null, offset: 2, limit: 3 },
  { statuses: null, offset: 1, limit: 2, newestFirst: true },
  { statuses: null, limit: 0 },
  { statuses: null, offset: 99 },
  { statuses: ['failed', 'queued', 'done'] as const },
  { statuses: ['done', 'queued', 'waiting'] as const, newestFirst: true },
  { statuses: STATUSES, offset: 1, limit: 4 },
  { statuses: STATUSES, offset: 3, limit: 2, newestFirst: true },
  { statuses: [] },
  { search: '.BIN', offset: 1, limit: 3 },
  { search: 'downloads/1.zip' },
  { search: 'wished 1', newestFirst: true },
  { search: '127', statuses: ['queued', 'paused'] as const },
  { search: 'cdn', statuses: STATUSES, newestFirst: true, offset: 1, limit: 2 },
].map(query => ({ ...EVERYTHING, ...query }));

test(`whatever happens to the queue, every answer is that of a list which is looked through`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async sequence => {
      await emptyQueue();
      const model = new QueueModel();
      for (const step of sequence) {
        await take(step, itemStore, model);
        await agree(model);
      }
    }),
    { numRuns: RUNS },
  );
});

async function agree(model: QueueModel): Promise<void> {
  await Promise.all([
    agreeOnItems(model),
    agreeOnRounds(model),
    agreeOnGroups(model),
    agreeOnOrder(model),
    ...QUERIES.map(async query => {
      const { total, items } = await itemStore.page(query);
      const expected = model.page(query);
      assert.deepEqual({ total, items: items.map(bare) }, expected, `page ${JSON.stringify(query)}`);
    }),
  ]);
}

async function agreeOnItems(model: QueueModel): Promise<void> {
  const ids = [...model.items.keys(), 'nobody'];
  same(await itemStore.get(ids), model.all, 'get');
  assert.deepEqual(await itemStore.counts(), model.counts(), 'counts');
  for (const statuses of [...STATUSES.map(status => [status]), STATUSES.toReversed()])
    assert.deepEqual(await itemStore.idsIn(statuses), model.idsIn(statuses), `idsIn ${statuses.join()}`);
  const urls = [...new Set(model.all.map(({ url }) => url)), 'https://files.test/never'];
  const found = await itemStore.withUrls(urls);
  assert.equal(found.length, urls.length);
  for (const [index, url] of urls.entries())
    same(
      found[index] ?? [],
      model.all.filter(item => item.url === url),
      `withUrls ${url}`,
    );
  for (const name of ['0.zip', '1.zip', 'zip', '/1.zip'])
    for (const size of PLACES.keys())
      assert.equal(await itemStore.hasFile(name, size), model.hasFile(name, size), `hasFile ${name} ${size}`);
}

async function agreeOnRounds(model: QueueModel): Promise<void> {
  same(await itemStore.live(), model.live(), 'live');
  same(await itemStore.held(), model.held(), 'held');
  for (const [now, farthest] of [
    [NOW, NOW + 2],
    [NOW - 3, NOW + 9],
  ] as const) {
    const loaded = await itemStore.load(now, farthest);
    const expected = model.load(now, farthest);
    same(loaded.live, expected.live, 'load: live');
    same(loaded.due, expected.due, 'load: due');
    assert.deepEqual([bySite(loaded.gates), loaded.removedAt], [bySite(expected.gates), expected.removedAt], 'load');
  }
  const { gates, ...outlook } = await itemStore.outlook();
  const { gates: expectedGates, ...expectedOutlook } = model.outlook();
  assert.deepEqual(outlook, expectedOutlook, 'outlook');
  assert.deepEqual(bySite(gates), bySite(expectedGates), 'outlook: gates');
  assert.deepEqual(idsOf(await itemStore.nextQueued(TAKES_ALL)), idsOf(model.in('queued')), 'nextQueued');
  assert.deepEqual(await itemStore.lastRemoval(), model.lastRemoval(), 'lastRemoval');
}

async function agreeOnGroups(model: QueueModel): Promise<void> {
  const groups = await itemStore.groups();
  assert.deepEqual(byGroup(groups), byGroup(model.groups()), 'groups');
  const firsts = groups.map(({ group }) => model.firstPlaceOf(group.id));
  assert.deepEqual(firsts, firsts.toSorted(), 'order of groups');
  for (const { id } of [...GROUPS, { id: 'c' }]) {
    for (const statuses of [STATUSES, ['done', 'queued'] as const, []])
      assert.deepEqual(await itemStore.idsOfGroup(id, statuses), model.idsOfGroup(id, statuses), `idsOfGroup ${id}`);
    assert.deepEqual(await itemStore.countsOfGroup(id), model.countsOfGroup(id), `countsOfGroup ${id}`);
    await agreeOnGroup(id, model);
  }
}

async function agreeOnGroup(group: string, model: QueueModel): Promise<void> {
  const whole = await itemStore.page({ ...EVERYTHING, group });
  const expected = model.page({ ...EVERYTHING, group });
  assert.equal(whole.total, expected.total, `total of group ${group}`);
  same(whole.items, expected.items, `group ${group}`);
  const orders = whole.items.map(({ order }) => order);
  assert.deepEqual(orders, orders.toSorted(), `order of group ${group}`);
  const part = await itemStore.page({ ...EVERYTHING, group, offset: 1, limit: 2, statuses: ['done'], search: 'x' });
  assert.deepEqual(part, { total: whole.total, items: whole.items.slice(1, 3) }, `window of group ${group}`);
}

async function agreeOnOrder(model: QueueModel): Promise<void> {
  assert.deepEqual(await itemStore.ends(), model.ends(), 'ends');
  for (const order of [...PLACES, 'Z', 'zz'])
    for (const side of ['before', 'after'] as const)
      assert.equal(await itemStore.neighbour(order, side), model.neighbour(order, side), `${side} ${order}`);
}

/** The same items, in whatever order. */
function same(found: readonly QueueItem[], expected: readonly QueueItem[], what: string): void {
  assert.deepEqual(sortedById(found.map(bare)), sortedById(expected), what);
}

function bySite(gates: readonly SiteGate[]): readonly SiteGate[] {
  return gates.toSorted((a, b) => (a.site < b.site ? -1 : 1));
}

function byGroup(groups: readonly GroupCounts[]): readonly GroupCounts[] {
  return groups.toSorted((a, b) => (a.group.id < b.group.id ? -1 : 1));
}
