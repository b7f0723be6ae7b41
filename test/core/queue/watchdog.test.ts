import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, type Running, watch } from '../../../src/core/queue/watchdog.ts';

const START = Date.UTC(2026, 0, 15);
const job = (bytes: number, isHeld = false): Running => ({ key: 'one.1', bytes, isHeld });

/** Looks at a job again and again, and answers at which looks it was stalled. */
function stalls(looks: readonly (readonly [at: number, running: Running])[]): number[] {
  let list = {};
  return looks.flatMap(([at, running], index) => {
    const seen = watch([running], list, START + at);
    list = seen.list;
    return seen.stalled.has(running.key) ? [index] : [];
  });
}

test('a job that stands still for its time is stalled, and not a moment earlier', () => {
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [PATIENCE - 1, job(5)],
      [PATIENCE, job(5)],
    ]),
    [2],
  );
});

test('every movement begins the time anew, backwards too', () => {
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [50_000, job(6)],
      [100_000, job(6)],
      [109_999, job(6)],
    ]),
    [],
  );
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [50_000, job(0)],
      [100_000, job(0)],
      [110_000, job(0)],
    ]),
    [3],
  );
});

test('a job that is held does not stand still by its own fault', () => {
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [PATIENCE, job(5, true)],
      [2 * PATIENCE - 1, job(5)],
    ]),
    [],
  );
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [PATIENCE, job(5, true)],
      [2 * PATIENCE, job(5)],
    ]),
    [2],
  );
});

test('a clock that was set back begins the time anew, instead of making it endless', () => {
  const year = 365 * 24 * 3_600_000;
  assert.deepEqual(
    stalls([
      [0, job(5)],
      [-year, job(5)],
      [PATIENCE - year, job(5)],
    ]),
    [2],
  );
});

test('what no longer runs is forgotten; another attempt is another job', () => {
  const { list } = watch([job(5)], {}, START);
  assert.deepEqual(watch([], list, START).list, {});
  const next = watch([{ key: 'one.2', bytes: 5, isHeld: false }], list, START + PATIENCE);
  assert.deepEqual([...next.stalled], []);
  assert.deepEqual(Object.keys(next.list), ['one.2']);
});

test('names that objects have by themselves are no jobs that were seen before', () => {
  const { list } = watch([{ key: 'constructor', bytes: 0, isHeld: false }], {}, START);
  assert.deepEqual(list, { constructor: { bytes: 0, since: START } });
});
