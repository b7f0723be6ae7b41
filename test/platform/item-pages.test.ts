import { emptyQueue, EVERYTHING, idsOf, numbered } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keysAfter } from '../../src/core/queue/order.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import type { ItemQuery } from '../../src/worker/ports.ts';
import { itemIn } from '../core/make-item.ts';

beforeEach(emptyQueue);

async function ids(query: Partial<ItemQuery>): Promise<readonly string[]> {
  return idsOf((await itemStore.page({ ...EVERYTHING, ...query })).items);
}

test('the newest come first where that is asked for', async () => {
  await itemStore.save([numbered(2), numbered(0), numbered(1)]);
  assert.deepEqual(await ids({}), ['n0', 'n1', 'n2']);
  assert.deepEqual(await ids({ newestFirst: true, limit: 2 }), ['n2', 'n1']);
  assert.deepEqual(await ids({ newestFirst: true, offset: 1 }), ['n1', 'n0']);
});

test('a window reaches over the statuses that were asked for, one after the other', async () => {
  await itemStore.save([0, 1, 2, 3].map(number => numbered(number)));
  await itemStore.save([4, 5, 6].map(number => numbered(number, itemIn('failed'))));
  const statuses = ['failed', 'queued'] as const;
  assert.deepEqual(await ids({ statuses }), ['n4', 'n5', 'n6', 'n0', 'n1', 'n2', 'n3']);
  assert.deepEqual(await ids({ statuses, offset: 2, limit: 3 }), ['n6', 'n0', 'n1']);
  assert.deepEqual(await ids({ statuses, offset: 5, limit: 9 }), ['n2', 'n3']);
  assert.deepEqual(await ids({ statuses, offset: 7 }), []);
  assert.equal((await itemStore.page({ ...EVERYTHING, statuses, offset: 99 })).total, 7);
});

test('a search finds parts of the URL whatever their case, and counts all that it finds', async () => {
  await itemStore.save(Array.from({ length: 15 }, (_, number) => numbered(number)));
  const { total, items } = await itemStore.page({ ...EVERYTHING, search: '/1', offset: 1, limit: 2 });
  assert.equal(total, 6);
  assert.deepEqual(idsOf(items), ['n10', 'n11']);
  assert.deepEqual(await ids({ search: 'FILES.TEST/14' }), ['n14']);
});

test('a search finds parts of the wished name, and of the path of a file that is done', async () => {
  await itemStore.save([{ ...numbered(0), name: 'Übung 1.pdf' }, numbered(1, itemIn('done')), numbered(2)]);
  assert.deepEqual(await ids({ search: 'übung' }), ['n0']);
  assert.deepEqual(await ids({ search: 'Downloads/FILE' }), ['n1']);
  assert.deepEqual(await ids({ search: '%' }), []);
});

test('the items of a group come by order, whatever their statuses', async () => {
  const group = { id: 'g', title: 'Holiday' };
  const stages = ['done', 'queued', 'failed', 'paused', 'queued'] as const;
  await itemStore.save(stages.map((stage, number) => ({ ...numbered(number, itemIn(stage)), group })));
  await itemStore.save([numbered(7), { ...numbered(8), group: { id: 'g2', title: 'Holiday' } }]);
  assert.deepEqual(await ids({ group: 'g' }), ['n0', 'n1', 'n2', 'n3', 'n4']);
  assert.deepEqual(await ids({ group: 'g', offset: 3, limit: 1, statuses: ['done'], search: 'nothing' }), ['n3']);
  assert.deepEqual(await itemStore.page({ ...EVERYTHING, group: 'nobody' }), { total: 0, items: [] });
  assert.equal((await itemStore.page({ ...EVERYTHING, group: 'g', limit: 2 })).total, 5);
});

test('a search through more items than are read at a time finds each once', async () => {
  const keys = keysAfter(null, 5_002);
  const made = keys.map((order, number) => ({ ...numbered(number), order }));
  await itemStore.add(made);
  for (const query of [{}, { newestFirst: true }, { statuses: ['queued'] as const }]) {
    const { total, items } = await itemStore.page({ ...EVERYTHING, search: '.bin', ...query });
    assert.equal(total, keys.length);
    assert.equal(new Set(idsOf(items)).size, keys.length);
  }
  // An undo brings an item back to its place, where another may stand by now.
  await itemStore.save(made.slice(4_998, 5_002).map(item => ({ ...item, order: keys[4_998] ?? '' })));
  for (const query of [{}, { statuses: ['queued'] as const }]) {
    const { total } = await itemStore.page({ ...EVERYTHING, search: '.bin', ...query });
    assert.equal(total, keys.length, `with four items at one place: ${JSON.stringify(query)}`);
  }
});
