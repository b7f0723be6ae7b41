import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Faults, World } from '../fakes/world.ts';
import { play, RUNS } from './runs.ts';
import { assertWhole } from './whole.ts';

// TODO(keeper): each of these is a fault of the product, the shortest way to it, and what should be true instead. One
// that is mended passes: then it goes to `tight-places.test.ts`, and its exclusion from runs and walks goes.

const DOWNLOADED = 'https://elsewhere.test/file.bin';

function fault(what: string, show: (world: World) => Promise<void>): void {
  test(what, { todo: 'a fault of the keeper' }, async t => {
    t.mock.method(console, 'error', () => undefined);
    await show(new World());
  });
}

async function survives(name: string, faults: Faults): Promise<void> {
  const run = RUNS.find(each => each.name === name);
  assert.ok(run !== undefined);
  assertWhole(await play(run, faults), run.urls.length, JSON.stringify(faults));
}

async function control(world: World, action: string): Promise<void> {
  await world.insist('control', { ids: world.browser.store.all().map(({ id }) => id), action });
}

fault('a download that a dead worker had asked for is not asked for once more before its time is over', async () => {
  for (let death = 290; death < 340; death += 1) await survives('pause and resume', { deaths: [death] });
});

fault('a pause and a resume within one life do not ask twice for a download that is not answered yet', async world => {
  await world.insist('enqueue', { links: [{ url: `${DOWNLOADED}?tiny=1` }] });
  await control(world, 'pause');
  await control(world, 'resume');
  await world.runToRest();
  assertWhole(world, 1);
});
