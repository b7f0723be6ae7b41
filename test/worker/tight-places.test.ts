import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { QueueItem } from '../../src/core/queue/item.ts';
import { type Faults, World } from '../fakes/world.ts';
import { assertOwned } from './ownership.ts';
import { play, RUNS } from './runs.ts';
import { assertWhole } from './whole.ts';

// Faults that the queue once had, each with the shortest way to it.

const DOWNLOADED = 'https://elsewhere.test/file.bin';
const FETCHED = 'https://a.granted.test/big.bin';

function place(what: string, show: (world: World) => Promise<void>): void {
  test(what, async (t: TestContext) => {
    t.mock.method(console, 'error', () => undefined);
    await show(new World());
  });
}

async function send(world: World, ...links: readonly object[]): Promise<void> {
  await world.insist('enqueue', { links, again: true });
}

function only(world: World): QueueItem {
  const [item] = world.browser.store.all();
  assert.ok(item !== undefined);
  return item;
}

async function survives(name: string, faults: Faults): Promise<void> {
  const run = RUNS.find(each => each.name === name);
  assert.ok(run !== undefined);
  assertWhole(await play(run, faults), run.urls.length, JSON.stringify(faults));
}

async function control(world: World, action: string): Promise<void> {
  await world.insist('control', { ids: world.browser.store.all().map(({ id }) => id), action });
}

place('a download whose headers come after a pause and a death does not run for nobody', async world => {
  await send(world, { url: DOWNLOADED });
  await control(world, 'pause');
  world.kill();
  world.worker();
  await world.settle();
  world.browser.finishOne();
  await world.elapse(60_000);
  assertOwned(world);
  await control(world, 'resume');
  await world.runToRest();
  assertWhole(world, 1);
});

place('a small file that was there before its pause was known does not come a second time', async world => {
  await send(world, { url: `${DOWNLOADED}?tiny=1` });
  await control(world, 'pause');
  world.browser.finishOne();
  await world.settle();
  await control(world, 'resume');
  await world.runToRest();
  assertWhole(world, 1);
});

place('a download that was asked for before the extension was loaded anew is waited for', async world => {
  await send(world, { url: DOWNLOADED });
  world.restart('reload');
  await world.runToRest();
  assertWhole(world, 1);
});

place('a Background Fetch that the browser ended when it was closed is lost, and not to blame', async world => {
  await send(world, { url: FETCHED });
  world.restart('close');
  await world.runToRest();
  const item = only(world);
  assert.deepEqual([item.status, item.refusedBy], ['done', []]);
});

place('no more than two Background Fetches stand at a time, whatever the user wishes', async world => {
  const urls = [1, 2, 3].map(n => `https://a.granted.test/${n}.bin`);
  await send(world, ...urls.map((url, index) => (index < 2 ? { url } : { url, carrier: 'background-fetch' })));
  assert.equal(world.browser.fetches.registrations.size, 2);
});

place('a Background Fetch that waits behind another does not stand still', async world => {
  await send(world, { url: `${FETCHED}?takes=300` }, { url: `https://a.given.test/other.bin` });
  await world.runToRest();
  assert.deepEqual(
    world.browser.store.all().map(item => [item.status === 'done' && item.carrier, item.attempt]),
    [
      ['background-fetch', 1],
      ['background-fetch', 1],
    ],
  );
});

place('a worker that dies before it has held a paused download holds it in its next life', async () => {
  for (let death = 1; ; death += 1) {
    const world = new World();
    await send(world, { url: DOWNLOADED });
    world.browser.finishOne();
    await world.settle();
    world.killAfter(death);
    await control(world, 'pause');
    const isUndisturbed = world.isDoomed;
    world.worker();
    await world.settle();
    if (only(world).status === 'paused') assertOwned(world);
    if (isUndisturbed) return;
  }
});

place('an item does not take the download of another that has the same URL', async () => {
  for (let death = 1; death < 60; death += 1) {
    const world = new World();
    await send(world, { url: DOWNLOADED });
    world.browser.finishOne();
    await world.settle();
    // The second is begun in the same moment, and the worker dies before the browser has heard of it.
    world.killAfter(death);
    await send(world, { url: DOWNLOADED });
    await world.runToRest();
    const items = world.browser.store.all();
    assert.equal(world.browser.downloads.files.length, items.length, `death ${death}`);
  }
});

place('an alarm is right again after the clock was set back, while the worker lives on', async world => {
  await send(world, { url: FETCHED });
  await world.worker().keeper.wake();
  world.browser.clock.jump(-365 * 24 * 3_600_000);
  await world.worker().keeper.wake();
  const { wakeAt, clock } = world.browser;
  assert.ok(wakeAt !== null && wakeAt <= clock.now + 60_000);
});

place('a worker that dies over an alarm is woken again', async () => {
  for (let death = 1; ; death += 1) {
    const world = new World();
    await send(world, { url: `${DOWNLOADED}?429=1` });
    world.browser.finishOne();
    await world.settle();
    assert.equal(only(world).status, 'waiting');
    world.kill();
    world.killAfter(death);
    await world.runToRest();
    assert.equal(world.rescues, 0, `death ${death}`);
    if (world.isDoomed) return;
  }
});

place('a download of the present attempt is not ended for one that was never answered', async world => {
  await world.insist('enqueue', { links: [{ url: `${DOWNLOADED}?503=1&hang=1` }] });
  await world.runToRest();
  assertWhole(world, 1);
});

place('a download whose id could not be noted does not run for nobody', async () => {
  for (let point = 100; point < 250; point += 1) await survives('remove and undo', { throws: [point] });
});

place(
  'what goes on for nobody after a death is ended by the next life, although that begins something',
  async world => {
    await world.insist('enqueue', { links: [{ url: FETCHED }] });
    // The worker dies when it has noted that the browser was lost, and before it has ended what that resumed by itself.
    for (let death = 1; death < 60; death += 1) {
      world.restart('crash');
      world.killAfter(death);
      await world.settle();
      world.worker();
      await world.settle();
      if (world.isAlive && !world.isDoomed) assertOwned(world);
    }
  },
);

place('an old entry of the same URL is not taken for the new one after the clock was set back', async () => {
  for (let death = 1; death < 60; death += 1) {
    const world = new World();
    await world.insist('enqueue', { links: [{ url: DOWNLOADED }] });
    world.browser.downloads.answerAll();
    await world.settle();
    world.browser.clock.jump(-3_600_000);
    // The worker notes that the browser was closed, and dies before it has ended what is left of the download.
    world.killAfter(death);
    world.restart('close');
    await world.settle();
    // The next one asks anew, and dies before the server has answered.
    world.worker();
    await world.settle();
    world.kill();
    await world.runToRest();
    assertWhole(world, 1, `death ${death}`);
  }
});

place('a download that a dead worker had asked for is not asked for once more before its time is over', async () => {
  for (let death = 290; death < 340; death += 1) await survives('pause and resume', { deaths: [death] });
});

place('a pause and a resume within one life do not ask twice for a download that is not answered yet', async world => {
  await world.insist('enqueue', { links: [{ url: `${DOWNLOADED}?tiny=1` }] });
  await control(world, 'pause');
  await control(world, 'resume');
  await world.runToRest();
  assertWhole(world, 1);
});

place(
  'a file that was there before its pause was known does not come again after the browser was closed',
  async world => {
    await send(world, { url: `${DOWNLOADED}?tiny=1` });
    await control(world, 'pause');
    world.browser.finishOne();
    await world.settle();
    world.restart('crash');
    await world.settle();
    await control(world, 'resume');
    await world.runToRest();
    assertWhole(world, 1);
  },
);
