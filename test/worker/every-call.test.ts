import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play, RUNS, strideOf } from './runs.ts';
import { assertWhole } from './whole.ts';

for (const run of RUNS) {
  test(`any call that fails once loses nothing and brings nothing twice: ${run.name}`, async t => {
    t.mock.method(console, 'error', () => undefined);
    const { points } = await play(run, {});
    let thrown = 0;
    for (let point = 1; point <= points; point += strideOf(points)) {
      const world = await play(run, { throws: [point] });
      if (world.thrown === 0) continue;
      thrown += 1;
      // What could not be ended then a later life of the worker sweeps.
      world.kill();
      world.worker();
      await world.runToRest();
      assertWhole(world, run.urls.length, `fault ${point}:`);
    }
    assert.ok(thrown > 30, 'the run has too few calls to mean anything');
    t.diagnostic(`${thrown} calls have failed, each in a run of its own`);
  });
}
