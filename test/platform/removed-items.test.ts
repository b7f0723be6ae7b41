import { bare, dump, emptyQueue, EVERYTHING, idsOf, numbered } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keysAfter } from '../../src/core/queue/order.ts';
import { restored } from '../../src/core/queue/removal.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { itemIn, NOW, STAGE_NAMES } from '../core/make-item.ts';

beforeEach(emptyQueue);

test('what is removed is gone from every list, and comes back as it was', async () => {
  const group = { id: 'g', title: 'Holiday' };
  const items = STAGE_NAMES.map((stage, number) => ({ ...numbered(number, itemIn(stage)), group }));
  await itemStore.save(items);
  const before = await dump();
  await itemStore.remove([...idsOf(items), 'nobody'], NOW);
  assert.deepEqual(await itemStore.page(EVERYTHING), { total: 0, items: [] });
  assert.ok(Object.values(await itemStore.counts()).every(count => count === 0));
  assert.deepEqual(await itemStore.groups(), []);
  assert.equal(await itemStore.hasFile('file.zip', 1_000), false);
  assert.deepEqual(await itemStore.lastRemoval(), { at: NOW, count: items.length });
  const revived: unknown[] = [];
  assert.equal(await itemStore.restore(NOW, item => (revived.push(item), item)), items.length);
  assert.deepEqual(revived.toSorted(byId), items.toSorted(byId), 'revive gets the items themselves');
  assert.deepEqual(await dump(), before);
});

test('items come back as they are revived, and are counted and found as such', async () => {
  await itemStore.save([numbered(0, itemIn('running fetch')), numbered(1, itemIn('paused held'))]);
  await itemStore.remove(['n0', 'n1'], NOW);
  await itemStore.restore(NOW, item => restored(item, NOW + 1));
  const expected = [
    restored(numbered(0, itemIn('running fetch')), NOW + 1),
    restored(numbered(1, itemIn('paused held')), NOW + 1),
  ];
  assert.deepEqual((await itemStore.page(EVERYTHING)).items.map(bare), expected);
  const counts = await itemStore.counts();
  assert.deepEqual([counts.queued, counts.running, counts.paused], [1, 0, 1]);
  assert.deepEqual(await itemStore.idsIn(['queued']), ['n0']);
});

test('each removal is one, by its time; what many commands remove at one time is one too', async () => {
  await itemStore.save([0, 1, 2, 3].map(number => numbered(number)));
  await itemStore.remove(['n0'], NOW);
  await itemStore.remove(['n1'], NOW + 5);
  await itemStore.remove(['n2'], NOW + 5);
  assert.deepEqual(await itemStore.lastRemoval(), { at: NOW + 5, count: 2 });
  assert.equal((await itemStore.load(NOW, NOW)).removedAt, NOW);
  assert.equal((await itemStore.outlook()).removedAt, NOW);
  assert.equal(await itemStore.restore(NOW + 1, item => item), 0);
  assert.equal(await itemStore.restore(NOW + 5, item => item), 2);
  assert.equal(await itemStore.restore(NOW + 5, item => item), 0, 'no item comes twice');
  assert.deepEqual(idsOf((await itemStore.page(EVERYTHING)).items), ['n1', 'n2', 'n3']);
  assert.deepEqual(await itemStore.lastRemoval(), { at: NOW, count: 1 });
});

test('what is forgotten does not come back, and nothing else is forgotten', async () => {
  await itemStore.save([0, 1, 2, 3].map(number => numbered(number)));
  for (const number of [0, 1, 2]) await itemStore.remove([`n${number}`], NOW + number);
  await itemStore.forgetRemoved(NOW - 1);
  assert.equal((await itemStore.outlook()).removedAt, NOW);
  await itemStore.forgetRemoved(NOW + 1);
  assert.equal((await itemStore.outlook()).removedAt, NOW + 2);
  assert.deepEqual(await itemStore.lastRemoval(), { at: NOW + 2, count: 1 });
  for (const [at, count] of [
    [NOW, 0],
    [NOW + 1, 0],
    [NOW + 2, 1],
  ] as const)
    assert.equal(await itemStore.restore(at, item => item), count);
  assert.deepEqual(idsOf((await itemStore.page(EVERYTHING)).items), ['n2', 'n3']);
});

for (const count of [1_000, 1_001]) {
  test(`a removal of ${count} items comes back whole`, async () => {
    const keys = keysAfter(null, count);
    const items = keys.map((order, number) => ({ ...numbered(number), order }));
    await itemStore.add(items);
    await itemStore.remove(idsOf(items), NOW);
    assert.deepEqual(await itemStore.lastRemoval(), { at: NOW, count });
    assert.equal(await itemStore.restore(NOW, item => item), count);
    assert.deepEqual((await itemStore.page(EVERYTHING)).items.map(bare), items);
    assert.equal((await itemStore.counts()).queued, count);
    assert.equal(await itemStore.lastRemoval(), null);
  });
}

function byId(a: unknown, b: unknown): number {
  return (a as { id: string }).id < (b as { id: string }).id ? -1 : 1;
}
