import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isStill, type Track, track } from '../../../popup/view/speed.ts';

/** ms between two looks. */
const STEP = 500;
/** Looks after which a first estimate has settled. */
const SETTLED = 12;

/** Looks at a download whose speed (bytes a second) at each look is told by `speeds`. */
function watch(total: number, speeds: readonly number[]): readonly Track[] {
  let bytes = 0;
  let seen: Track | undefined;
  return speeds.map((speed, look) => {
    bytes = Math.min(total, bytes + (speed * STEP) / 1000);
    seen = track(seen, look * STEP, Math.round(bytes), total);
    return seen;
  });
}

const noisy = fc
  .record({
    speed: fc.integer({ min: 10_000, max: 50_000_000 }),
    // What is missing at one look comes with the next.
    noise: fc.array(fc.double({ min: 0.3, max: 1.7, noNaN: true }), { minLength: 30, maxLength: 60 }),
    seconds: fc.integer({ min: 200, max: 5_000 }),
  })
  .map(({ speed, noise, seconds }) => ({
    speed,
    total: speed * seconds,
    speeds: noise.flatMap(each => [each * speed, (2 - each) * speed]),
  }));

test('on a noisy line the time left runs down by the clock, and never jumps', () => {
  fc.assert(
    fc.property(noisy, ({ total, speeds }) => {
      const lefts = watch(total, speeds).map(({ left }) => left);
      for (const [look, left] of lefts.entries()) {
        const before = lefts[look - 1];
        if (look <= SETTLED || before === undefined || before === null) continue;
        assert.ok(left !== null, `no time left at look ${look}`);
        const expected = before - STEP / 1000;
        assert.ok(Math.abs(left - expected) <= 0.06 * expected + 1, `${before} → ${left}`);
      }
    }),
  );
});

test('on a noisy line the time left is right within a third', () => {
  fc.assert(
    fc.property(noisy, ({ speed, total, speeds }) => {
      const seen = watch(total, speeds).at(-1);
      const bytes = seen?.samples.at(-1)?.bytes ?? 0;
      const truth = (total - bytes) / speed;
      assert.ok(Math.abs((seen?.left ?? 0) - truth) < truth / 3, `${seen?.left}, not ${truth}`);
    }),
  );
});

test('a line that slows down for good is believed within 20 seconds', () => {
  const speeds = [...Array.from({ length: 40 }, () => 1_000_000), ...Array.from({ length: 40 }, () => 400_000)];
  const seen = watch(400_000_000, speeds).at(-1);
  const truth = (400_000_000 - (seen?.samples.at(-1)?.bytes ?? 0)) / 400_000;
  assert.ok(Math.abs((seen?.left ?? 0) - truth) < truth / 10, `${seen?.left}, not ${truth}`);
});

test('where nothing arrives there is no time left, and it is said before the time has grown', () => {
  const speeds = [...Array.from({ length: 40 }, () => 1_000_000), ...Array.from({ length: 20 }, () => 0)];
  const seen = watch(400_000_000, speeds);
  const times = seen.slice(39).flatMap(({ left }) => left ?? []);
  assert.ok(Math.max(...times) < 400, times.join(' '));
  assert.deepEqual([seen.map(isStill).indexOf(true), seen.at(-1)?.left], [45, null]);
});
