import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play, type Run, RUNS } from './runs.ts';
import { assertWhole } from './whole.ts';

for (const run of RUNS) {
  test(`a worker that dies at any await loses nothing and brings nothing twice: ${run.name}`, async t => {
    const { points } = await play(run, {});
    for (let death = 1; death <= points; death += 1) {
      const world = await play(run, { deaths: [death] });
      assertWhole(world, run.urls.length, `death ${death}:`);
      assert.equal(world.rescues, 0, `death ${death}: nobody would have woken the worker but a page`);
    }
    assert.ok(points > 50, 'the run has too few awaits to mean anything');
    t.diagnostic(`${points} points of death`);
  });
}

test('two deaths in one run are survived like one', async () => {
  const run = RUNS.find(({ name }): boolean => name === 'both carriers') as Run;
  for (let first = 5; first < 120; first += 9)
    for (let second = first + 3; second < first + 60; second += 11)
      assertWhole(await play(run, { deaths: [first, second] }), run.urls.length, `deaths ${first} and ${second}:`);
});
