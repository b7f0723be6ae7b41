import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../fakes/world.ts';

const DAY = 86_400_000;

async function worldWith(count: number): Promise<World> {
  const world = new World();
  world.browser.settings = { ...world.browser.settings, historyItems: 10, limit: 1 };
  const links = Array.from({ length: count }, (_, n) => ({ url: `https://elsewhere.test/file.bin?tiny=1&n=${n}` }));
  await world.insist('enqueue', { links });
  return world;
}

test('what is too many is forgotten when it has ended, and what waits is not', async () => {
  const world = await worldWith(14);
  const before = world.browser.store.all().map(({ id }) => id);
  await world.runToRest();
  const left = world.browser.store.all();
  assert.deepEqual(
    left.map(({ id }) => id),
    before.slice(4),
  );
  assert.ok(left.every(({ status }) => status === 'done'));
  assert.equal(world.browser.downloads.files.length, 14);
  assert.equal(world.browser.wakeAt, null);
});

test('a clock that is set years ahead forgets nothing', async () => {
  const world = await worldWith(5);
  await world.runToRest();
  world.browser.clock.now += 3_650 * DAY;
  await world.insist('settings', { set: { historyDays: 1 } });
  world.kill();
  world.worker();
  await world.runToRest();
  assert.equal(world.browser.store.all().length, 5);
});

test('what is cleared away comes back by an undo', async () => {
  const world = await worldWith(3);
  await world.runToRest();
  const cleared = await world.insist('clear-history', { site: 'https://elsewhere.test/x' });
  assert.deepEqual(cleared.answer, { changed: 3, refused: [] });
  assert.equal(world.browser.store.all().length, 0);
  await world.insist('undo');
  assert.equal(world.browser.store.all().length, 3);
});

test('what is asked for again while it is about to be cleared away stays', async () => {
  for (let moments = 0; moments < 30; moments += 1) {
    const world = new World();
    await world.insist('enqueue', { links: [{ url: 'https://elsewhere.test/file.bin?404=1' }] });
    await world.runToRest();
    const [failed] = world.browser.store.all();
    assert.equal(failed?.status, 'failed');
    const retry = world.ask('control', { ids: [failed.id], action: 'retry' });
    for (let passed = 0; passed < moments; passed += 1) await Promise.resolve();
    world.ask('clear-history', { statuses: ['failed'] });
    await world.settle();
    const isRetried = JSON.stringify(retry.answer).includes('"changed":1');
    assert.equal(world.browser.store.all().length, isRetried ? 1 : 0, `after ${moments} moments`);
  }
});

for (const ask of [
  { site: '   ' },
  { site: '//' },
  { statuses: [] },
  { statuses: ['queued'] },
  { statuses: 'done' },
  { olderThan: -1 },
  { days: 3 },
]) {
  test(`nothing is cleared for ${JSON.stringify(ask)}`, async () => {
    const world = await worldWith(1);
    await world.runToRest();
    const { state } = await world.insist('clear-history', ask);
    assert.equal(state, 'refused');
    assert.equal(world.browser.store.all().length, 1);
  });
}
