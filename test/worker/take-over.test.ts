import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { World } from '../fakes/world.ts';
import { click, filesOf, worldWith } from './take-over-click.ts';

const URL = 'https://a.granted.test/big.bin?takes=5';
const PAGE = 'https://www.granted.test';
const REFERRER = `${PAGE}/list?page=2`;

/** What the store does when the item of a take-over has just been added. */
function onceAdded(world: World, act: () => Promise<void> | void): void {
  const { store } = world.browser;
  const { add } = store;
  store.add = async items => {
    await add(items);
    await act();
  };
}

test('what is taken is one item that asks for the same with the same Referer, and is begun when theirs is gone', async () => {
  const world = worldWith();
  const { id } = click(world, `${URL}#top`, { referrer: REFERRER });
  await world.settle();
  const [item, ...others] = world.browser.store.all();
  assert.deepEqual(others, []);
  assert.deepEqual(
    [item?.url, item?.referrer, item?.referrerPolicy, item?.name, item?.again],
    [URL, REFERRER, 'unsafe-url', null, true],
  );
  assert.notEqual(item?.status, 'paused');
  assert.equal(world.browser.takeOvers.downloads.entries.has(id), false, 'theirs is still in the list');
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 1, theirs: 0 });
  assert.deepEqual(world.browser.complaints, []);
});

test('two clicks on one link are two files', async () => {
  const world = worldWith();
  click(world, URL);
  click(world, URL);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 2, theirs: 0 });
});

test('in a queue that is held it is paused, and nothing of it is left in the browser', async () => {
  const world = worldWith();
  world.browser.settings = { ...world.browser.settings, hold: true };
  click(world, URL);
  await world.runToRest();
  assert.deepEqual(
    world.browser.store.all().map(({ status }) => status),
    ['paused'],
  );
  assert.equal(world.browser.takeOvers.downloads.entries.size, 0);
  assert.deepEqual(world.browser.takeOvers.journal, []);
});

test('with no site switched on nothing is looked at', async () => {
  const world = worldWith({ sites: [] });
  const { id } = click(world, URL);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 1 });
  assert.equal(world.browser.takeOvers.downloads.entries.get(id)?.seen.canResume, false, 'it was held meanwhile');
});

test('one that the user lets go meanwhile stays in the browser', async () => {
  const world = worldWith();
  const { id } = click(world, `${URL}&hang=1`);
  await world.settle();
  await world.browser.takeOvers.downloads.port().goOn(id);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 1 });
  assert.deepEqual(world.browser.store.all(), []);
});

test('one that is being completed when it is cancelled is waited for, and ours goes', async () => {
  const world = worldWith();
  const { downloads } = world.browser.takeOvers;
  downloads.atCancel = 'completing';
  const { id } = click(world, URL);
  await world.settle();
  assert.equal(world.browser.store.all()[0]?.status, 'paused');
  downloads.complete(id);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 1 });
  assert.deepEqual(world.browser.store.all(), []);
});

test('a type that the browser corrects meanwhile, by the name, is the same still', async () => {
  const world = worldWith();
  const { id } = click(world, `${URL}&corrected`);
  const entry = world.browser.takeOvers.downloads.entries.get(id);
  assert.ok(entry !== undefined);
  entry.seen = { ...entry.seen, type: 'application/zip', path: '/downloads/big.zip' };
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 1, theirs: 0 });
});

test('a question that cannot be asked gives it back at once', async () => {
  const world = worldWith();
  const { servers, takeOvers } = world.browser;
  servers.request = () => {
    throw new Error('no more rules');
  };
  const { id } = click(world, URL);
  await world.settle();
  assert.equal(takeOvers.downloads.entries.get(id)?.seen.isPaused, false);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 1 });
});

test('what this very worker is at work at is not recovered by it', async () => {
  const world = worldWith();
  const { id } = click(world, `${URL}&hang=1`);
  await world.settle();
  await world.worker().takeOvers.recover();
  await world.settle();
  assert.equal(world.browser.takeOvers.downloads.entries.get(id)?.seen.isPaused, true);
  world.kill();
  await world.worker().takeOvers.recover();
  await world.settle();
  assert.equal(world.browser.takeOvers.downloads.entries.get(id)?.seen.isPaused, false);
});

test('one that the user ends meanwhile comes from nobody', async () => {
  for (const isErased of [false, true]) {
    const world = worldWith();
    const { id } = click(world, `${URL}&hang=1`);
    await world.settle();
    const theirs = world.browser.takeOvers.downloads.port();
    await theirs.cancel(id);
    if (isErased) await theirs.erase(id);
    await world.runToRest();
    assert.deepEqual(filesOf(world), { ours: 0, theirs: 0 });
    assert.deepEqual(world.browser.store.all(), []);
    assert.deepEqual(world.browser.takeOvers.journal, []);
  }
});

test('one that breaks off while it is held is taken all the same', async () => {
  const world = worldWith();
  const { id } = click(world, `${URL}&hang=1`);
  await world.settle();
  world.browser.takeOvers.downloads.interrupt(id, 'NETWORK_FAILED', true);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 1, theirs: 0 });
});

test('one that breaks off and is not given again goes on in the browser, or the user is told', async () => {
  for (const canResume of [true, false]) {
    const world = worldWith();
    const { id } = click(world, `${URL}&hang=1`, { total: 77 });
    await world.settle();
    world.browser.takeOvers.downloads.interrupt(id, 'NETWORK_FAILED', canResume);
    await world.runToRest();
    assert.deepEqual(filesOf(world), { ours: 0, theirs: canResume ? 1 : 0 });
    assert.deepEqual(
      world.browser.complaints.map(fault => (fault instanceof Error ? fault.message : '')),
      canResume ? [] : [`takeOver_lost ${URL}&hang=1`],
    );
  }
});

test('an item that the user has removed meanwhile does not come back', async () => {
  const world = worldWith();
  onceAdded(world, async () => void world.ask('control', { ids: 'all', action: 'remove' }));
  click(world, URL);
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 0 });
});

test('an item that the user has touched meanwhile is not begun by us', async () => {
  const world = worldWith();
  world.browser.settings = { ...world.browser.settings, hold: true };
  click(world, URL);
  await world.settle();
  const [item] = world.browser.store.all();
  assert.ok(item !== undefined);
  await world.insist('settings', { set: { hold: false } });
  await world.insist('control', { ids: [item.id], action: 'resume' });
  await world.insist('control', { ids: [item.id], action: 'pause' });
  const seen = world.browser.takeOvers.downloads.begin(URL);
  world.browser.takeOvers.downloads.entries.delete(seen.id);
  world.browser.takeOvers.journal = [{ itemId: item.id, session: 'another', download: seen }];
  await world.worker().takeOvers.recover();
  await world.runToRest();
  assert.deepEqual(
    world.browser.store.all().map(({ status }) => status),
    ['paused'],
  );
});

test('another download under the same id is left alone', async () => {
  const world = worldWith();
  const { downloads } = world.browser.takeOvers;
  const gone = { ...downloads.begin(URL), startedAt: 5 };
  world.browser.takeOvers.journal = [{ itemId: 'gone', session: 'another', download: gone }];
  await world.worker().takeOvers.recover();
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 1, theirs: 1 });
});

test('bad settings of the take-over are refused with their field', async () => {
  const world = worldWith();
  const call = await world.insist('settings', { set: { takeOver: { sites: ['a b'], types: [], leastSize: 0 } } });
  assert.equal(call.state, 'refused');
});
