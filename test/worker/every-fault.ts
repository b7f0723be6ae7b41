import assert from 'node:assert/strict';
import { play, type Run, RUNS, strideOf } from './runs.ts';
import { assertNoPartsLeft, assertWhole } from './whole.ts';

/** Kills the worker at each await of a run, each time in a run of its own. */
export async function dieAtEveryAwait(name: string): Promise<string> {
  const run = runOf(name);
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
  return `${points} points of death; after ${rescues} of them nobody woke the worker but a page`;
}

export async function dieTwice(name: string): Promise<void> {
  const run = runOf(name);
  for (let first = 5; first < 120; first += 9)
    for (let second = first + 3; second < first + 60; second += 11)
      assertWhole(await play(run, { deaths: [first, second] }), run.urls.length, `deaths ${first} and ${second}:`);
}

/** Lets each call of the browser fail once, each time in a run of its own. */
export async function failAtEveryCall(name: string): Promise<string> {
  const run = runOf(name);
  console.error = () => undefined;
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
  return `${thrown} calls have failed, each in a run of its own`;
}

function runOf(name: string): Run {
  const run = RUNS.find(each => each.name === name);
  assert.ok(run !== undefined, name);
  return run;
}
