import { emptyQueue, idsOf, TAKES_ALL } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import * as fc from 'fast-check';
import { PRIORITIES, type Priority, type QueueItem } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import { type Chooser, createChooser } from '../../src/core/queue/schedule.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { itemIn, NOW } from '../core/make-item.ts';

const SETTINGS = { limit: 4, hostLimit: 2, hostDelay: 0 };

beforeEach(emptyQueue);

interface Wanted {
  readonly url: string;
  readonly priority?: Priority;
}

/** Queued items in the order of the list; their ids are their numbers. */
async function queue(wanted: readonly Wanted[]): Promise<readonly QueueItem[]> {
  const keys = keysAfter(null, wanted.length);
  const items = wanted.map(({ url, priority = 'normal' }, number) =>
    itemIn('queued', { id: `${number}`, url, priority, order: keys[number] ?? '' }),
  );
  await itemStore.add(items);
  return items;
}

/** So many links of one host. */
function links(count: number, host: string, priority: Priority = 'normal'): readonly Wanted[] {
  return Array.from({ length: count }, (_, number) => ({ url: `https://${host}/${number}.bin`, priority }));
}

async function next(chooser: Chooser): Promise<readonly string[]> {
  return idsOf(await itemStore.nextQueued(chooser));
}

function gate(site: string): SiteGate {
  return { site, until: NOW + 60_000, why: 'retry-after' };
}

test('what is queued is taken by priority, then by order', async () => {
  await queue([...links(1, 'a.test', 'low'), ...links(2, 'b.test'), ...links(1, 'c.test', 'high')]);
  await itemStore.save([{ ...itemIn('paused'), id: 'paused', priority: 'high' }]);
  assert.deepEqual(await next(TAKES_ALL), ['3', '1', '2', '0']);
  assert.deepEqual(await next(createChooser([], [], { ...SETTINGS, limit: 2 }, NOW)), ['3', '1']);
});

test('nothing is read where there is no place', async () => {
  await queue(links(3, 'a.test'));
  const offered: QueueItem[] = [];
  const full: Chooser = { isFull: () => true, offer: item => (offered.push(item), 'passed') };
  assert.deepEqual(await next(full), []);
  assert.deepEqual(offered, []);
});

test('five hundred items of a site without room do not hide those of others behind them', async () => {
  await queue([...links(500, 'slow.test'), ...links(3, 'quick.test'), ...links(1, 'other.test')]);
  const live = [1, 2].map(number => itemIn('running fetch', { id: `l${number}`, url: `https://slow.test/${number}` }));
  assert.deepEqual(await next(createChooser(live, [], SETTINGS, NOW)), ['500', '501']);
  const shut = createChooser([], [gate('slow.test'), gate('quick.test')], SETTINGS, NOW);
  assert.deepEqual(await next(shut), ['503']);
});

test('a site with room gives the first of its items, then the others follow by their turn', async () => {
  await queue([...links(500, 'slow.test'), ...links(3, 'quick.test'), ...links(1, 'other.test')]);
  assert.deepEqual(await next(createChooser([], [], { ...SETTINGS, limit: 5 }, NOW)), ['0', '1', '500', '501', '503']);
  const delayed = createChooser([], [], { ...SETTINGS, hostDelay: 5 }, NOW);
  assert.deepEqual(await next(delayed), ['0', '500', '503']);
});

test('behind the head too, priority goes before order, and order before the name of the site', async () => {
  await queue([
    ...links(100, 'slow.test', 'high'),
    ...links(1, 'zebra.test'),
    ...links(1, 'aardvark.test', 'low'),
    ...links(1, 'middle.test', 'high'),
    ...links(1, 'bear.test'),
  ]);
  const chooser = createChooser([], [gate('slow.test')], { ...SETTINGS, limit: 16 }, NOW);
  assert.deepEqual(await next(chooser), ['102', '100', '103', '101']);
});

test('an item is offered once only', async () => {
  await queue([...links(40, 'a.test'), ...links(40, 'b.test')]);
  const offered: string[] = [];
  const picky: Chooser = { isFull: () => false, offer: ({ id }) => (offered.push(id), 'passed') };
  assert.deepEqual(await next(picky), []);
  assert.equal(new Set(offered).size, offered.length);
});

test('with limits and gates of any kind, those are taken that a look at the whole queue would take', async () => {
  const hosts = ['a.test', 'b.test', 'c.test', '127.0.0.1', 'd.github.io'];
  const stretch = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    host: fc.constantFrom(...hosts),
    priority: fc.constantFrom(...PRIORITIES),
  });
  const settings = fc.record({
    limit: fc.integer({ min: 1, max: 16 }),
    hostLimit: fc.integer({ min: 1, max: 16 }),
    hostDelay: fc.constantFrom(0, 5),
  });
  const busy = fc.array(fc.constantFrom(...hosts), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(stretch, { minLength: 1, maxLength: 8 }),
      settings,
      busy,
      fc.subarray(hosts),
      async (stretches, limits, busyHosts, shut) => {
        await emptyQueue();
        const items = await queue(stretches.flatMap(({ count, host, priority }) => links(count, host, priority)));
        const live = busyHosts.map((host, number) => itemIn('probing', { id: `l${number}`, url: `https://${host}/` }));
        const fresh = (): Chooser => createChooser(live, shut.map(gate), limits, NOW);
        const ranked = PRIORITIES.flatMap(priority => items.filter(item => item.priority === priority));
        const chooser = fresh();
        const expected = ranked.filter(item => !chooser.isFull() && chooser.offer(item) === 'taken');
        assert.deepEqual(await next(fresh()), idsOf(expected));
      },
    ),
    { numRuns: 25 },
  );
});
