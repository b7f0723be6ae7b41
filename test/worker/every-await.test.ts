import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play, type Run, RUNS, strideOf } from './runs.ts';
import { assertNoPartsLeft, assertWhole } from './whole.ts';

for (const run of RUNS) {
  test(`a worker that dies at any await loses nothing and brings nothing twice: ${run.name}`, async t => {
    const { points } = await play(run, {});
    let rescues = 0;
    for (let death = 1; death <= points; death += strideOf(points)) {
      const world = await play(run, { deaths: [death] });
      assertWhole(world, run.urls.length, `death ${death}:`);
      await assertNoPartsLeft(world, `death ${death}:`);
      rescues += world.rescues;
      if (run.startsAnew === true) continue;
      assert.equal(world.rescues, 0, `death ${death}: nobody would have woken the worker but a page`);
    }
    assert.ok(points > 50, 'the run has too few awaits to mean anything');
    t.diagnostic(`${points} points of death; after ${rescues} of them nobody woke the worker but a page`);
  });
}

test('two deaths in one run are survived like one', async () => {
  const run = RUNS.find(({ name }): boolean => name === 'both carriers') as Run;
  for (let first = 5; first < 120; first += 9)
    for (let second = first + 3; second < first + 60; second += 11)
      assertWhole(await play(run, { deaths: [first, second] }), run.urls.length, `deaths ${first} and ${second}:`);
});
