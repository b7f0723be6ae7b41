import { emptyQueue, EVERYTHING } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { QueueItem } from '../../src/core/queue/item.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import type { ItemQuery } from '../../src/worker/ports.ts';
import { itemIn } from '../core/make-item.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const KINDS = ['done', 'failed', 'cancelled'] as const;

beforeEach(emptyQueue);

/** Item `n` ended `n` days ago; the kinds take turns. */
function ended(n: number): QueueItem {
  const item = itemIn(KINDS[n % 3] ?? 'done', {
    id: `n${n}`,
    order: `a${String(n).padStart(4, '0')}`,
    url: `https://files${n % 2}.test/${n}.zip`,
    addedAt: NOW - 1_000 * DAY,
  });
  return { ...item, endedAt: NOW - n * DAY } as QueueItem;
}

async function fill(count: number): Promise<void> {
  const queued = itemIn('queued', { id: 'queued', order: 'b', addedAt: NOW - 5_000 * DAY });
  await itemStore.add([...Array.from({ length: count }, (_, n) => ended(n)), queued]);
}

async function left(query: Partial<ItemQuery> = {}): Promise<readonly string[]> {
  const { total, items } = await itemStore.page({ ...EVERYTHING, byEnd: true, newestFirst: true, ...query });
  if (query.limit === undefined) assert.equal(total, items.length);
  return items.map(({ id }) => id);
}

async function forgetAll(most: number, days: number, now = NOW): Promise<number> {
  for (let sum = 0; ; ) {
    const forgotten = await itemStore.forgetEnded({ most, days }, now);
    sum += forgotten;
    if (forgotten === 0) return sum;
  }
}

test('what is too many is forgotten, the oldest end first, and the counts are in step', async () => {
  await fill(12);
  assert.equal(await forgetAll(5, 0), 7);
  assert.deepEqual(await left(), ['n0', 'n1', 'n2', 'n3', 'n4']);
  const counts = await itemStore.counts();
  assert.deepEqual([counts.done, counts.failed, counts.cancelled, counts.queued], [2, 2, 1, 1]);
});

test('what is too old is forgotten, and what has not ended never', async () => {
  await fill(20);
  // The tenth newest ended nine days ago.
  assert.equal(await forgetAll(1_000, 3), 7);
  assert.deepEqual(
    await left(),
    Array.from({ length: 13 }, (_, n) => `n${n}`),
  );
  assert.equal((await itemStore.get(['queued'])).length, 1);
});

test('nothing is forgotten where there is room and time, nor by a clock that is years ahead', async () => {
  await fill(12);
  assert.equal(await forgetAll(12, 0), 0);
  assert.equal(await forgetAll(1_000, 2, NOW + 3_650 * DAY), 0);
  assert.equal((await left()).length, 12);
});

test('what ends by a clock that is years ahead costs the others nothing', async () => {
  await fill(12);
  const late = Array.from({ length: 9 }, (_, n) => ({
    ...ended(n),
    id: `late${n}`,
    order: `c${n}`,
    endedAt: NOW + 3_650 * DAY,
  }));
  await itemStore.add(late);
  assert.equal(await forgetAll(1_000, 365, NOW + 3_650 * DAY), 0);
});

test('more than fit in one transaction are forgotten in several', async () => {
  await fill(1_300);
  assert.equal(await itemStore.forgetEnded({ most: 10, days: 0 }, NOW), 500);
  assert.equal(await forgetAll(10, 0), 790);
  assert.equal((await left()).length, 10);
});

test('the history is listed by its end, a window at a time, whole or in part', async () => {
  await fill(9);
  assert.deepEqual(await left({ offset: 2, limit: 3 }), ['n2', 'n3', 'n4']);
  assert.deepEqual(await left({ newestFirst: false, limit: 2 }), ['n8', 'n7']);
  assert.deepEqual(await left({ statuses: ['failed', 'done'] }), ['n0', 'n1', 'n3', 'n4', 'n6', 'n7']);
  assert.deepEqual(await left({ search: 'files1 .zip', since: NOW - 5 * DAY }), ['n1', 'n3', 'n5']);
  const { total } = await itemStore.page({ ...EVERYTHING, byEnd: true, limit: 1 });
  assert.equal(total, 9);
});

test('what is to be cleared is found by age, site and kind', async () => {
  await fill(6);
  const statuses = [...KINDS];
  assert.deepEqual(await itemStore.clearedIds({ before: NOW - 3 * DAY, host: null, statuses }), ['n5', 'n4']);
  assert.deepEqual(await itemStore.clearedIds({ before: null, host: 'files1.test', statuses }), ['n5', 'n3', 'n1']);
  assert.deepEqual(await itemStore.clearedIds({ before: null, host: null, statuses: ['failed'] }), ['n4', 'n1']);
});
