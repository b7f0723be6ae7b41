import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { QueueItem } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import type { ItemQuery } from '../../src/worker/ports.ts';
import { itemIn } from '../core/make-item.ts';

const KEYS = keysAfter(null, 50);
const everything: ItemQuery = { offset: 0, limit: 100, statuses: null, search: '', newestFirst: false };

/** An item whose id and place are its number. */
function numbered(number: number, item: QueueItem = itemIn('queued')): QueueItem {
  return { ...item, id: `n${number}`, url: `https://files.test/${number}.bin`, order: KEYS[number] ?? '' };
}

async function ids(query: Partial<ItemQuery>): Promise<string[]> {
  const { items } = await itemStore.page({ ...everything, ...query });
  return items.map(item => item.id);
}

beforeEach(async () => {
  await itemStore.remove((await itemStore.page({ ...everything, limit: 1000 })).items.map(item => item.id));
});

test('what was saved comes back as it was, in order', async () => {
  await itemStore.save([numbered(2), numbered(0), numbered(1)]);
  assert.deepEqual(await ids({}), ['n0', 'n1', 'n2']);
  assert.deepEqual(await ids({ newestFirst: true, limit: 2 }), ['n2', 'n1']);
  const [item] = await itemStore.get(['n1']);
  assert.equal(item?.url, 'https://files.test/1.bin');
  assert.deepEqual(await itemStore.ends(), { first: KEYS[0], last: KEYS[2] });
});

test('a window reaches over the statuses that were asked for, one after the other', async () => {
  await itemStore.save([0, 1, 2, 3].map(number => numbered(number)));
  await itemStore.save([4, 5, 6].map(number => numbered(number, itemIn('failed'))));
  const statuses = ['failed', 'queued'] as const;
  assert.deepEqual(await ids({ statuses }), ['n4', 'n5', 'n6', 'n0', 'n1', 'n2', 'n3']);
  assert.deepEqual(await ids({ statuses, offset: 2, limit: 3 }), ['n6', 'n0', 'n1']);
  assert.deepEqual(await ids({ statuses, offset: 5, limit: 9 }), ['n2', 'n3']);
  assert.deepEqual(await ids({ statuses, offset: 7 }), []);
  assert.equal((await itemStore.page({ ...everything, statuses, offset: 99 })).total, 7);
});

test('a search finds parts of the URL whatever their case, and counts all that it finds', async () => {
  await itemStore.save(Array.from({ length: 15 }, (_, number) => numbered(number)));
  const { total, items } = await itemStore.page({ ...everything, search: '/1', offset: 1, limit: 2 });
  assert.equal(total, 6);
  assert.deepEqual(
    items.map(item => item.id),
    ['n10', 'n11'],
  );
  assert.deepEqual(await ids({ search: 'FILES.TEST/14' }), ['n14']);
});

test('what is queued is taken by priority, then by order', async () => {
  const low = { ...numbered(0), priority: 'low' as const };
  const high = { ...numbered(9), priority: 'high' as const };
  await itemStore.save([low, numbered(5), numbered(4), high, numbered(1, itemIn('paused'))]);
  assert.deepEqual(
    (await itemStore.nextQueued(3)).map(item => item.id),
    ['n9', 'n4', 'n5'],
  );
  assert.deepEqual(await itemStore.nextQueued(0), []);
});

test('waiting items are found by their time, or where a clock that was set back has put it out of reach', async () => {
  const waiting = itemIn('waiting');
  await itemStore.save([
    numbered(0),
    { ...numbered(1, waiting), dueAt: 2_000 } as QueueItem,
    { ...numbered(2, waiting), dueAt: 1_000 } as QueueItem,
  ]);
  assert.equal(await itemStore.nextDueAt(), 1_000);
  assert.deepEqual(
    (await itemStore.due(0, 1_999)).map(item => item.id),
    ['n1'],
  );
  assert.deepEqual(
    (await itemStore.due(1_500, 9_000)).map(item => item.id),
    ['n2'],
  );
  assert.deepEqual(
    (await itemStore.due(999, 9_000)).map(item => item.id),
    [],
  );
});

test('counts, live items and URLs are read from their indexes', async () => {
  await itemStore.save([numbered(0), numbered(1, itemIn('running download')), numbered(2, itemIn('done'))]);
  const counts = await itemStore.counts();
  assert.deepEqual([counts.queued, counts.running, counts.done, counts.failed], [1, 1, 1, 0]);
  assert.deepEqual(
    (await itemStore.live()).map(item => item.id),
    ['n1'],
  );
  const [found, none] = await itemStore.withUrls(['https://files.test/2.bin', 'https://files.test/7.bin']);
  assert.deepEqual([found?.length, none?.length], [1, 0]);
  assert.deepEqual(await itemStore.idsIn(['done', 'queued']), ['n2', 'n0']);
});

test('the counts stay in step with every change and removal', async () => {
  await itemStore.save([numbered(0), numbered(1), numbered(2)]);
  await itemStore.save([numbered(1, itemIn('done')), numbered(2), numbered(3, itemIn('failed'))]);
  await itemStore.remove(['n0', 'n3', 'nobody']);
  const counts = await itemStore.counts();
  assert.deepEqual([counts.queued, counts.done, counts.failed], [1, 1, 0]);
});
