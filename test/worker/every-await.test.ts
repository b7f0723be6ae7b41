import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Faults, World } from '../fakes/world.ts';
import { type Run, RUNS, start } from './runs.ts';
import { assertWhole } from './whole.ts';

async function play(run: Run, faults: Faults): Promise<World> {
  const world = new World(faults);
  await start(world, run);
  await world.runToRest();
  return world;
}

for (const run of RUNS) {
  test(`a worker that dies at any await loses nothing and brings nothing twice: ${run.name}`, async t => {
    const { points } = await play(run, {});
    let rescues = 0;
    for (let death = 1; death <= points; death += 1) {
      const world = await play(run, { deaths: [death] });
      assertWhole(world, run.urls.length, `death ${death}:`);
      rescues += world.rescues;
    }
    assert.ok(points > 50, 'the run has too few awaits to mean anything');
    t.diagnostic(`${points} points of death, ${rescues} rescues`);
  });

  test(`a call that fails, whichever it is, loses nothing and brings nothing twice: ${run.name}`, async t => {
    t.mock.method(console, 'error', () => undefined);
    const { points } = await play(run, {});
    let thrown = 0;
    for (let point = 1; point <= points; point += 1) {
      const world = await play(run, { throws: [point] });
      thrown += world.thrown;
      // What could not be ended then a later life of the worker sweeps.
      world.kill();
      world.worker();
      await world.runToRest();
      assertWhole(world, run.urls.length, `fault ${point}:`);
    }
    t.diagnostic(`${thrown} calls have failed, of ${points} points`);
  });
}

test('two deaths in one run are survived like one', async () => {
  const run = RUNS.find(({ name }) => name === 'both carriers');
  assert.ok(run !== undefined);
  for (let first = 5; first < 120; first += 9)
    for (let second = first + 3; second < first + 60; second += 11)
      assertWhole(await play(run, { deaths: [first, second] }), run.urls.length, `deaths ${first} and ${second}:`);
});
