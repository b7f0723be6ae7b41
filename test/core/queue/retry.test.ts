import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { retryDelay } from '../../../src/core/queue/retry.ts';

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
