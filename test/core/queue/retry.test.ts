import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flapDelay, LONGEST_WAIT, retryDelay } from '../../../src/core/queue/retry.ts';

const jitters = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

for (const [failures, jitter, delay] of [
  [1, 0, 1_000],
  [1, 0.25, 1_000],
  [1, 0.75, 1_500],
  [2, 0.5, 2_000],
  [3, 0.5, 4_000],
  [4, 0.5, 8_000],
  [9, 0.5, 256_000],
  [10, 0.5, 300_000],
  [11, 0.5, 300_000],
  [5_000, 0.5, 300_000],
] as const) {
  test(`retryDelay: ${failures} failures, jitter ${jitter} → ${delay} ms`, () => {
    assert.equal(retryDelay(failures, jitter, null), delay);
  });
}

test('retryDelay: whole milliseconds between 1 s and 10 min, whatever the count', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), jitters, (failures, jitter) => {
      const delay = retryDelay(failures, jitter, null);
      assert.ok(Number.isInteger(delay) && delay >= 1_000 && delay <= 600_000);
    }),
  );
});

test('retryDelay: one failure more never makes the wait shorter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), jitters, (failures, jitter) => {
      assert.ok(retryDelay(failures + 1, jitter, null) >= retryDelay(failures, jitter, null));
    }),
  );
});

test('retryDelay: what the server asked for wins', () => {
  fc.assert(
    fc.property(fc.nat(30), jitters, fc.integer({ min: 1_000, max: 86_400_000 }), (failures, jitter, asked) => {
      assert.equal(retryDelay(failures, jitter, asked), asked);
    }),
  );
});

for (const [jitter, delay] of [
  [0, 5_000],
  [0.25, 7_500],
  [0.5, 10_000],
  [0.999_99, 15_000],
] as const) {
  test(`flapDelay: jitter ${jitter} → ${delay} ms`, () => {
    assert.equal(flapDelay(jitter), delay);
  });
}

test('flapDelay: whole milliseconds between 5 s and 15 s', () => {
  fc.assert(
    fc.property(jitters, jitter => {
      const delay = flapDelay(jitter);
      assert.ok(Number.isInteger(delay) && delay >= 5_000 && delay <= 15_000);
    }),
  );
});

test('no wait is as long as the longest: the back-off, the flapping, a day that the server asks for', () => {
  assert.equal(LONGEST_WAIT, 25 * 3_600_000);
  for (const wait of [retryDelay(5_000, 0.999, null), flapDelay(0.999), retryDelay(1, 0, 24 * 3_600_000)])
    assert.ok(wait < LONGEST_WAIT);
});
