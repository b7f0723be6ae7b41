import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import fc from 'fast-check';
import { World } from '../fakes/world.ts';
import { Laws } from './laws.ts';
import { assertRest } from './rest.ts';
import { accessSteps, type Step, steps } from './steps.ts';
import { takeStep } from './take-step.ts';

const RUNS = Number(process.env['LONGHAUL_RUNS'] ?? 200);
/** The same walks each time, so that a change is judged by them; whoever hunts gives another, or more runs. */
const SEED = Number(process.env['LONGHAUL_SEED'] ?? 1);
const paths = fc.array(steps, { minLength: 1, maxLength: 50, size: 'max' });

async function walk(path: readonly Step[]): Promise<void> {
  const world = new World();
  const laws = new Laws(world);
  for (const step of path) laws.check(await takeStep(world, step));
  await assertRest(world, laws);
}

test('whatever happens, nothing is lost, nothing comes twice, and no limit is passed', async t => {
  t.mock.method(console, 'error', () => undefined);
  await fc.assert(fc.asyncProperty(paths, walk), { numRuns: RUNS, seed: SEED });
  assert.ok(RUNS > 0);
});

test('whatever happens, and whichever hosts are taken back and given again, nothing is lost and nothing comes twice', async t => {
  t.mock.method(console, 'error', () => undefined);
  const path = fc.array(accessSteps, { minLength: 1, maxLength: 30, size: 'max' });
  await fc.assert(fc.asyncProperty(path, walk), { numRuns: RUNS / 2, seed: SEED });
});
