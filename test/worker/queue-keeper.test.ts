import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../fakes/world.ts';
import { assertWhole } from './whole.ts';

const FETCHED = 'https://a.granted.test/big.bin';
const DOWNLOADED = 'https://elsewhere.test/file.bin';
const TINY = 'https://elsewhere.test/file.bin?tiny=1';
const URLS = [FETCHED, DOWNLOADED, TINY];

async function start(urls: readonly string[] = URLS): Promise<World> {
  const world = new World();
  await world.insist('enqueue', { links: urls.map(url => ({ url })) });
  return world;
}

test('an undisturbed run brings each file once, by the carrier that fits', async () => {
  const world = await start();
  const begun = world.browser.clock.now;
  await world.runToRest();
  assertWhole(world, URLS.length);
  assert.equal(world.browser.clock.now, begun, 'the events were enough; no alarm had to help');
  const carriers = world.browser.store.all().map(item => (item.status === 'done' ? item.carrier : item.status));
  assert.deepEqual(carriers, ['background-fetch', 'browser-download', 'browser-download']);
});

test('a download that is over before its id has been told is noticed at once, not at the next alarm', async () => {
  const world = await start([TINY]);
  const begun = world.browser.clock.now;
  await world.runToRest();
  assertWhole(world, 1);
  assert.equal(world.browser.clock.now, begun);
});

for (const how of ['crash', 'close', 'reload', 'reload in silence'] as const)
  test(`nothing is lost and nothing comes twice at any moment: ${how}`, async () => {
    for (let done = 0; done < 8; done += 1) {
      const world = await start();
      for (let round = 0; round < done; round += 1) {
        world.browser.finishOne();
        await world.settle();
      }
      world.restart(how);
      await world.runToRest();
      assertWhole(world, URLS.length, `${how} after ${done}:`);
    }
  });
