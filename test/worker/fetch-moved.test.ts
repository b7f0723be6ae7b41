import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../fakes/world.ts';
import { assertWhole } from './whole.ts';

const IN_PARTS = 'https://a.granted.test/big.bin?parts=1&takes=40';

async function inTheMiddle(): Promise<{ world: World; registration: string }> {
  const world = new World();
  await world.insist('enqueue', { links: [{ url: IN_PARTS }] });
  await world.elapse(25_000);
  const [registration] = world.browser.fetches.registrations.keys();
  assert.ok(registration !== undefined);
  return { world, registration };
}

function keptParts(world: World): number {
  return world.browser.store.all()[0]?.kept?.parts.length ?? 0;
}

test('what is finished of a running fetch is put away when the document tells of it, and the fetch goes on', async () => {
  const { world, registration } = await inTheMiddle();
  await world.insist('fetch-moved', { registration });
  assert.equal(keptParts(world), 2);
  assert.deepEqual([...world.browser.fetches.registrations.keys()], [registration]);
  await world.insist('fetch-moved', { registration });
  assert.equal(keptParts(world), 2, 'once');
  await world.runToRest();
  assertWhole(world, 1);
  assert.deepEqual([...world.browser.parts.keys()], []);
});

test('an extension that is loaded anew in silence goes on with what was put away', async () => {
  const { world, registration } = await inTheMiddle();
  await world.insist('fetch-moved', { registration });
  world.restart('reload in silence');
  await world.settle();
  const [item] = world.browser.store.all();
  assert.ok(item?.log.some(({ what, detail }) => what === 'parts-kept' && detail === '2 of 4'));
  await world.runToRest();
  assertWhole(world, 1);
});

test('a registration that nobody has is nothing to put away', async () => {
  const { world } = await inTheMiddle();
  await world.insist('fetch-moved', { registration: 'nobody.1' });
  assert.equal(keptParts(world), 0);
});
