import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wallClock } from '../../../src/core/naming/wall-clock.ts';

for (const [what, at, zone, shown] of [
  ['UTC', '2026-11-23T04:05:06.789Z', 'UTC', [2026, 11, 23, 4, 5, 6]],
  ['east of it', '2026-01-15T12:00:00Z', 'Europe/Berlin', [2026, 1, 15, 13, 0, 0]],
  ['summer time', '2026-07-15T12:00:00Z', 'Europe/Berlin', [2026, 7, 15, 14, 0, 0]],
  ['a new year that has begun there', '2026-12-31T23:30:00Z', 'Asia/Kolkata', [2027, 1, 1, 5, 0, 0]],
  ['a new year that has not', '2027-01-01T00:30:00Z', 'America/New_York', [2026, 12, 31, 19, 30, 0]],
  ['midnight is 0, not 24', '2026-01-15T23:00:00Z', 'Europe/Berlin', [2026, 1, 16, 0, 0, 0]],
  ['half an hour of summer time', '2026-01-15T12:00:00Z', 'Australia/Lord_Howe', [2026, 1, 15, 23, 0, 0]],
  ['the leap day', '2028-02-29T12:00:00Z', 'UTC', [2028, 2, 29, 12, 0, 0]],
] as const) {
  test(`wallClock: ${what}: ${at} in ${zone}`, () => {
    const { y, m, d, hh, mm, ss } = wallClock(Date.parse(at), zone);
    assert.deepEqual([y, m, d, hh, mm, ss], shown);
  });
}

test('wallClock: in UTC it shows what the moment says, whichever it is', () => {
  const [first, last] = [Date.parse('1583-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), at => {
      const { y, m, d, hh, mm, ss } = wallClock(at, 'UTC');
      assert.equal(Date.UTC(y, m - 1, d, hh, mm, ss), Math.floor(at / 1_000) * 1_000);
    }),
  );
});

test('wallClock: a zone that nobody knows is an error', () => {
  assert.throws(() => wallClock(0, 'Atlantis/Centre'), RangeError);
});
