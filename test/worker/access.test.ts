import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNeeding, neededHost } from '../../src/core/queue/access.ts';
import { partsPlanOf } from '../../src/core/queue/item-jobs.ts';
import type { QueueItem } from '../../src/core/queue/item.ts';
import type { ListAnswer } from '../../src/messages/listing.ts';
import { World } from '../fakes/world.ts';
import { assertIdle, assertWhole } from './whole.ts';

const IN_PARTS = 'https://a.granted.test/big.bin?parts=1&takes=40';

function only(world: World): QueueItem {
  const [item] = world.browser.store.all();
  assert.ok(item !== undefined);
  return item;
}

/** A file in four parts, of which two have come. */
async function halfWay(world: World, url = IN_PARTS): Promise<void> {
  await world.insist('enqueue', { links: [{ url }] });
  await world.elapse(25_000);
}

async function setGrants(world: World, isGiven: boolean): Promise<void> {
  world.browser.setGrants(isGiven);
  void world.worker().keeper.wake();
  await world.settle();
}

test('a host that is taken back amid parts leaves the item waiting for it, with its parts, and nothing at work', async () => {
  const world = new World();
  await halfWay(world);
  await setGrants(world, false);
  await world.runToRest();
  const item = only(world);
  assert.ok(isNeeding(item));
  assert.deepEqual([neededHost(item), item.kept?.parts.length, item.failures], ['a.granted.test', 2, 0]);
  assertIdle(world);
  const { answer } = await world.insist('list', {});
  const [listed] = (answer as ListAnswer).items;
  assert.deepEqual(
    [listed?.status, listed?.needs, listed?.dueAt, listed?.error?.code],
    ['waiting', 'a.granted.test', null, 'no-access'],
  );
});

test('given again, it goes on by itself, and asks for the missing parts only', async () => {
  const world = new World();
  await halfWay(world);
  await setGrants(world, false);
  await world.runToRest();
  await setGrants(world, true);
  const plan = partsPlanOf(only(world));
  assert.deepEqual(
    plan?.missing.map(({ first }) => first / (8 * 1024 * 1024)),
    [2, 3],
  );
  await world.runToRest();
  assertWhole(world, 1);
  assert.equal(only(world).failures, 0);
});

test('a revocation that nobody told of is noticed at the next wake', async () => {
  const world = new World();
  await halfWay(world);
  world.kill();
  world.browser.setGrants(false);
  await world.elapse(120_000);
  assert.ok(isNeeding(only(world)));
  world.kill();
  world.browser.setGrants(true);
  world.worker();
  await world.runToRest();
  assertWhole(world, 1);
});

test('an item that only waits for its turn and has nothing to lose goes on without access, at once', async () => {
  const world = new World();
  await world.insist('settings', { set: { hold: true } });
  await world.insist('enqueue', { links: [{ url: IN_PARTS }] });
  await setGrants(world, false);
  await world.insist('control', { ids: [only(world).id], action: 'resume' });
  await world.runToRest();
  const item = only(world);
  assert.ok(item.status === 'done');
  assert.equal(item.carrier, 'browser-download');
});

test('an item that waits for a host keeps no other from its place', async () => {
  const world = new World();
  world.browser.settings = { ...world.browser.settings, limit: 1 };
  await halfWay(world);
  await world.insist('enqueue', { links: [{ url: 'https://elsewhere.test/file.bin' }] });
  // What was paused has its place at the head of the queue still.
  await world.insist('control', { ids: 'all', action: 'pause' });
  await setGrants(world, false);
  await world.insist('control', { ids: 'all', action: 'resume' });
  await world.settle();
  const [first, second] = world.browser.store.all();
  assert.ok(first !== undefined && isNeeding(first));
  assert.equal(second?.status, 'starting');
});

test('who goes on without it gets the file from 0 by the browser, and only what waits for access is asked', async () => {
  const world = new World();
  await halfWay(world);
  const { answer } = await world.insist('control', { ids: [only(world).id], action: 'go-without' });
  assert.deepEqual((answer as { refused: object[] }).refused, [{ id: only(world).id, reason: 'refused_needsNothing' }]);
  await setGrants(world, false);
  await world.runToRest();
  await world.insist('control', { ids: 'all', action: 'go-without' });
  await world.runToRest();
  assertWhole(world, 1);
  const item = only(world);
  assert.ok(item.status === 'done');
  assert.equal(item.carrier, 'browser-download');
  assert.deepEqual([...world.browser.parts.keys()], []);
});
