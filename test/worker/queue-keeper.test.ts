import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enqueue } from '../../src/worker/wire/enqueue.ts';
import { World } from '../fakes/world.ts';

const FETCHED = 'https://a.granted.test/big.bin';
const DOWNLOADED = 'https://elsewhere.test/file.bin';
const TINY = 'https://elsewhere.test/file.tiny';
const LINKS = [{ url: FETCHED }, { url: DOWNLOADED }, { url: TINY }];

async function start(world: World, links: readonly { url: string }[] = LINKS): Promise<void> {
  const { ports, keeper } = world.worker();
  void enqueue(ports, keeper, { links });
  await world.quiet();
}

/** Every item is done, each file lies there once, and nothing of the browser is left at work. */
function assertWhole({ browser }: World, expected: number): void {
  const items = browser.store.all();
  assert.deepEqual(
    items.map(({ status }) => status),
    items.map(() => 'done'),
  );
  assert.equal(items.length, expected);
  assert.equal(browser.files.length, expected, `files: ${browser.files.join(', ')}`);
  assert.equal(browser.registrations.size, 0);
  assert.equal(browser.objectUrls.size, 0, 'object URLs are left');
  assert.equal(browser.wakeAt, null, 'an alarm is left');
}

test('an undisturbed run brings each file once, by the carrier that fits', async () => {
  const world = new World([]);
  const begun = world.browser.now;
  await start(world);
  await world.runToTheEnd();
  assertWhole(world, LINKS.length);
  assert.equal(world.browser.now, begun, 'the events were enough; no alarm had to help');
  const carriers = world.browser.store.all().map(item => (item.status === 'done' ? item.carrier : item.status));
  assert.deepEqual(carriers, ['background-fetch', 'browser-download', 'browser-download']);
});

test('a download that is over before its id has been told is noticed at once, not at the next alarm', async () => {
  const world = new World([]);
  const begun = world.browser.now;
  await start(world, [{ url: TINY }]);
  await world.runToTheEnd();
  assertWhole(world, 1);
  assert.equal(world.browser.now, begun);
});

test('a worker that dies at any await loses nothing and brings nothing twice', async t => {
  const undisturbed = new World([]);
  await start(undisturbed);
  await undisturbed.runToTheEnd();
  const { points } = undisturbed;
  for (let death = 1; death <= points; death += 1) {
    const world = new World([death]);
    await start(world);
    const accepted = world.browser.store.all().length;
    await world.runToTheEnd();
    assert.ok(accepted === 0 || accepted === LINKS.length, `death ${death}: links are taken whole or not at all`);
    assertWhole(world, accepted);
  }
  assert.ok(points > 50, 'the run has too few awaits to mean anything');
  t.diagnostic(`${points} points of death`);
});

test('two deaths in one run are survived like one', async () => {
  for (let first = 5; first < 120; first += 9) {
    for (let second = first + 3; second < first + 60; second += 11) {
      const world = new World([first, second]);
      await start(world);
      const accepted = world.browser.store.all().length;
      await world.runToTheEnd();
      assertWhole(world, accepted);
    }
  }
});

test('a browser that crashes at any moment of the run loses nothing', async () => {
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const world = new World([]);
    await start(world);
    for (let round = 0; round < rounds; round += 1) {
      const ended = world.browser.finishOne();
      if (ended === 'download') void world.worker().keeper.wake();
      else if (ended !== null) void world.worker().keeper.fetchEnded('success', ended.registration, ended.ended);
      await world.quiet();
    }
    world.restartBrowser();
    await world.runToTheEnd();
    assertWhole(world, LINKS.length);
  }
});
