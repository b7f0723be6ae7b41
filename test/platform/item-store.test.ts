import { bare, dump, emptyQueue, EVERYTHING, idsOf, KEYS, numbered } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { QueueItem } from '../../src/core/queue/item.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { itemIn, NOW, STAGE_NAMES, type StageName } from '../core/make-item.ts';

beforeEach(emptyQueue);
afterEach(() => mock.restoreAll());

function gate(site: string, until: number): SiteGate {
  return { site, until, why: 'retry-after' };
}

async function gates(): Promise<readonly SiteGate[]> {
  return (await itemStore.load(NOW, NOW)).gates;
}

test('an empty queue has nothing, and says so', async () => {
  assert.deepEqual(await itemStore.ends(), { first: null, last: null });
  assert.equal(await itemStore.neighbour('a0', 'after'), null);
  assert.deepEqual(await itemStore.page(EVERYTHING), { total: 0, items: [] });
  assert.deepEqual(await itemStore.load(NOW, NOW), { live: [], due: [], gates: [], removedAt: null });
  assert.equal((await itemStore.outlook()).nextDueAt, null);
  assert.equal(await itemStore.lastRemoval(), null);
  assert.deepEqual(await itemStore.groups(), []);
  await itemStore.save([]);
  await itemStore.add([]);
  await itemStore.remove([], NOW);
  await itemStore.remove(['nobody'], NOW);
  assert.equal(await itemStore.lastRemoval(), null);
});

test('an item in every stage comes back as it was, in order', async () => {
  const items = STAGE_NAMES.map((stage, number) => numbered(number, itemIn(stage)));
  await itemStore.save(items.toReversed());
  const { total, items: found } = await itemStore.page(EVERYTHING);
  assert.equal(total, items.length);
  assert.deepEqual(found.map(bare), items);
  assert.deepEqual((await itemStore.get(['n3', 'nobody'])).map(bare), [items[3]]);
  assert.deepEqual(await itemStore.ends(), { first: KEYS[0], last: KEYS[items.length - 1] });
});

test('waiting items are due by their time, or where a clock that was set back has put it out of reach', async () => {
  const waiting = itemIn('waiting');
  await itemStore.save([
    numbered(0),
    { ...numbered(1, waiting), dueAt: 2_000 } as QueueItem,
    { ...numbered(2, waiting), dueAt: 1_000 } as QueueItem,
  ]);
  assert.equal((await itemStore.outlook()).nextDueAt, 1_000);
  for (const [now, farthest, due] of [
    [0, 1_999, ['n1']],
    [1_000, 9_000, ['n2']],
    [999, 2_000, []],
    [2_000, 9_000, ['n2', 'n1']],
  ] as const)
    assert.deepEqual(idsOf((await itemStore.load(now, farthest)).due), due);
  await itemStore.save([numbered(2), numbered(1)]);
  assert.equal((await itemStore.outlook()).nextDueAt, null);
});

test('the counts stay in step with every change and removal', async () => {
  await itemStore.save([numbered(0), numbered(1), numbered(2)]);
  await itemStore.save([numbered(1, itemIn('done')), numbered(2), numbered(3, itemIn('failed'))]);
  await itemStore.remove(['n0', 'n3', 'nobody'], NOW);
  const counts = await itemStore.counts();
  assert.deepEqual([counts.queued, counts.done, counts.failed], [1, 1, 0]);
});

test('many writes at once keep the counts in step', async () => {
  const stages = ['queued', 'done', 'failed', 'paused'] as const;
  await Promise.all([
    ...Array.from({ length: 20 }, (_, number) =>
      itemStore.save([numbered(number % 5, itemIn(stages[number % 4] ?? 'queued'))]),
    ),
    itemStore.add([numbered(5)]),
    itemStore.remove(['n0', 'n1'], NOW),
    itemStore.save([numbered(1, itemIn('waiting'))]),
  ]);
  const { items } = await itemStore.page(EVERYTHING);
  for (const [status, count] of Object.entries(await itemStore.counts()))
    assert.equal(count, items.filter(item => item.status === status).length, status);
});

test('a new item whose id is there already fails the whole addition, and changes nothing', async () => {
  await itemStore.save([numbered(0), numbered(7, itemIn('done'))], [gate('files.test', NOW)]);
  const before = await dump();
  for (const [place, items] of [
    ['first', [numbered(7), numbered(1), numbered(2)]],
    ['last', [numbered(1), numbered(2), numbered(7)]],
    ['twice', [numbered(1), numbered(1)]],
  ] as const) {
    await assert.rejects(itemStore.add(items), place);
    assert.deepEqual(await dump(), before, place);
  }
});

test('a gate is never opened earlier by another, and by nothing but its opening', async () => {
  await itemStore.save([], [gate('slow.test', NOW + 500), gate('other.test', NOW + 5)]);
  await itemStore.save([], [{ site: 'slow.test', until: NOW + 100, why: 'delay' }]);
  assert.deepEqual(await gates(), [gate('other.test', NOW + 5), gate('slow.test', NOW + 500)]);
  await itemStore.save([numbered(0)], [gate('slow.test', NOW + 900)]);
  assert.deepEqual(await gates(), [gate('other.test', NOW + 5), gate('slow.test', NOW + 900)]);
  await itemStore.openGates(['slow.test', 'unknown.test']);
  assert.deepEqual(await gates(), [gate('other.test', NOW + 5)]);
  await itemStore.save([], [gate('slow.test', NOW + 1)]);
  assert.deepEqual(await gates(), [gate('other.test', NOW + 5), gate('slow.test', NOW + 1)]);
});

test('of two gates of one site that are shut together, the later opening holds', async () => {
  const long = gate('slow.test', NOW + 600_000);
  const short: SiteGate = { site: 'slow.test', until: NOW + 1_000, why: 'delay' };
  await itemStore.save([], [long, short]);
  assert.deepEqual(await gates(), [long]);
  await itemStore.openGates(['slow.test']);
  await itemStore.save([], [short, long]);
  assert.deepEqual(await gates(), [long]);
});

test('the outlook names the gates of those sites only that have queued items', async () => {
  const at = (url: string, stage: StageName, number: number): QueueItem => ({
    ...numbered(number, itemIn(stage)),
    url,
  });
  const [slow, busy, gone] = [gate('slow.test', NOW + 1), gate('busy.test', NOW + 2), gate('gone.test', NOW + 3)];
  await itemStore.save(
    [
      at('https://a.slow.test/1', 'queued', 1),
      at('https://busy.test/2', 'probing', 2),
      at('http://x.test/', 'queued', 3),
    ],
    [slow, busy, gone],
  );
  assert.deepEqual((await itemStore.outlook()).gates, [slow]);
  await itemStore.save([at('https://busy.test/2', 'queued', 2)]);
  assert.deepEqual((await itemStore.outlook()).gates, [busy, slow]);
  await itemStore.remove(['n1', 'n2'], NOW);
  assert.deepEqual((await itemStore.outlook()).gates, []);
  assert.deepEqual(await gates(), [busy, gone, slow]);
});

test('a file is had when one of its name and its size is done, wherever it lies', async () => {
  const done = (number: number, path: string): QueueItem =>
    ({ ...numbered(number, itemIn('done')), path, bytes: 10 }) as QueueItem;
  await itemStore.save([done(0, '/downloads/a b.zip'), done(1, 'C:\\Users\\me\\film.mkv'), numbered(2)]);
  for (const name of ['a b.zip', 'film.mkv']) {
    assert.equal(await itemStore.hasFile(name, 10), true, name);
    assert.equal(await itemStore.hasFile(name, 11), false, name);
  }
  for (const name of ['b.zip', 'Downloads/a b.zip', 'A B.ZIP', '', '2.bin'])
    assert.equal(await itemStore.hasFile(name, 10), false, name);
  await itemStore.save([numbered(0, itemIn('queued'))]);
  assert.equal(await itemStore.hasFile('a b.zip', 10), false);
  await itemStore.remove(['n1'], NOW);
  assert.equal(await itemStore.hasFile('film.mkv', 10), false);
});

test('a file is had under the number too that the browser gave it, but its neighbours by number are others', async () => {
  const done = (number: number, name: string): QueueItem =>
    ({ ...numbered(number, itemIn('done')), path: `/downloads/${name}`, bytes: 10 }) as QueueItem;
  await itemStore.save([done(0, 'song (2).mp3'), done(1, 'film (1).rar')]);
  assert.equal(await itemStore.hasFile('song.mp3', 10), true, 'song.mp3 was there already, and became song (2).mp3');
  assert.equal(await itemStore.hasFile('film (1).rar', 10), true);
  assert.equal(await itemStore.hasFile('film (2).rar', 10), false, 'parts of an archive have one size');
});

test('a group is told while one of its items has something before it, with the counts of all', async () => {
  const [group, other] = [
    { id: 'g', title: 'Holiday' },
    { id: 'gg', title: 'Holiday' },
  ];
  await itemStore.save([
    { ...numbered(0), group },
    { ...numbered(1, itemIn('done')), group },
    { ...numbered(2, itemIn('done')), group: other },
    { ...numbered(3, itemIn('cancelled')), group: other },
    numbered(4),
  ]);
  const [found, ...more] = await itemStore.groups();
  assert.deepEqual(more, []);
  assert.deepEqual(found?.group, group);
  assert.deepEqual([found?.counts.queued, found?.counts.done, found?.counts.cancelled], [1, 1, 0]);
  assert.deepEqual(await itemStore.idsOfGroup('g', ['done', 'queued']), ['n1', 'n0']);
  assert.deepEqual(await itemStore.idsOfGroup('g', ['failed']), []);
  assert.deepEqual(await itemStore.idsOfGroup('G', ['done', 'queued']), []);
  assert.equal(await itemStore.countsOfGroup('G'), null);
  for (const stage of STAGE_NAMES) {
    await itemStore.save([{ ...numbered(3, itemIn(stage)), group: other }]);
    const isTold = (await itemStore.groups()).some(({ group: { id } }) => id === 'gg');
    assert.equal(isTold, !['done', 'failed', 'cancelled'].includes(stage), stage);
    const counts = (await itemStore.countsOfGroup('gg'))?.counts;
    assert.equal(counts?.[itemIn(stage).status], stage === 'done' ? 2 : 1, stage);
  }
});

test('a store knows its mark until the browser makes it anew', async () => {
  assert.equal(await itemStore.birth(), null);
  await itemStore.markBirth('one');
  await itemStore.markBirth('two');
  await itemStore.save([numbered(0)]);
  assert.equal(await itemStore.birth(), 'two');
  await emptyQueue();
  assert.equal(await itemStore.birth(), null);
});

test('what a power cut must not undo is written strictly', async () => {
  const asked = mock.method(IDBDatabase.prototype, 'transaction');
  const durabilityOf = async (write: () => Promise<unknown>): Promise<unknown> => {
    asked.mock.resetCalls();
    await write();
    return asked.mock.calls.at(-1)?.arguments[2]?.durability;
  };
  const relaxed: readonly StageName[] = [
    'probing',
    'running fetch',
    'running parts',
    'running missing',
    'running download',
  ];
  for (const stage of STAGE_NAMES) {
    const expected = relaxed.includes(stage) ? 'relaxed' : 'strict';
    assert.equal(await durabilityOf(() => itemStore.save([numbered(0, itemIn(stage))])), expected, stage);
  }
  const [found, intent] = [numbered(1, itemIn('probing')), numbered(2, itemIn('asking fetch'))];
  assert.equal(await durabilityOf(() => itemStore.save([found, intent])), 'strict');
  assert.equal(await durabilityOf(() => itemStore.add([numbered(3, itemIn('probing'))])), 'strict');
  assert.equal(await durabilityOf(() => itemStore.remove(['n1'], NOW)), 'strict');
  assert.equal(await durabilityOf(() => itemStore.restore(NOW, item => item)), 'strict');
});
