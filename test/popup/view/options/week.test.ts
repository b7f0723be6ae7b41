import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOpenAt, parseTimeWindows, type TimeWindow } from '../../../../src/core/queue/time-window.ts';
import { fillsOf, isSameWeek, painted, rectangle } from '../../../../popup/view/options/week.ts';
import { WEEK_PRESETS } from '../../../../popup/view/options/week-presets.ts';

/** A Sunday, 00:00 UTC. */
const SUNDAY = Date.UTC(2023, 0, 1);
const MINUTE = 60_000;
const ORDER = [1, 2, 3, 4, 5, 6, 0];

const windows: fc.Arbitrary<readonly TimeWindow[]> = fc.array(
  fc.record({
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1439 }),
    to: fc.integer({ min: 0, max: 1439 }),
  }),
  { maxLength: 4 },
);
const hour = fc.integer({ min: 0, max: 167 });
const hours = fc.uniqueArray(hour, { minLength: 1, maxLength: 40 });

test('no windows are a week that is open', () => {
  assert.ok(fillsOf([]).every(fill => fill === 'open'));
});

test('a night that begins on Saturday goes on on Sunday', () => {
  const fills = fillsOf([{ days: [6], from: 23 * 60, to: 2 * 60 + 30 }]);
  const open = fills.flatMap((fill, index) => (fill === 'shut' ? [] : [[index, fill]]));
  assert.deepEqual(open, [
    [0, 'open'],
    [1, 'open'],
    [2, 'part'],
    [167, 'open'],
  ]);
});

test('what is shown is what the queue does', () => {
  fc.assert(
    fc.property(windows, hour, fc.integer({ min: 0, max: 59 }), (some, at, minute) => {
      const isOpen = isOpenAt(some, SUNDAY + (at * 60 + minute) * MINUTE, 'UTC');
      const fill = fillsOf(some)[at];
      assert.ok(fill === 'part' || (fill === 'open') === isOpen, `${fill} ${isOpen}`);
    }),
  );
});

test('painted hours are as painted, and all others keep every minute', () => {
  fc.assert(
    fc.property(windows, hours, fc.boolean(), fc.integer({ min: 0, max: 10_079 }), (some, brush, isOpen, minute) => {
      const after = painted(some, brush, isOpen);
      if (after === null) return;
      const fills = fillsOf(after);
      assert.ok(brush.every(each => fills[each] === (isOpen ? 'open' : 'shut')));
      if (brush.includes(Math.floor(minute / 60))) return;
      const at = SUNDAY + minute * MINUTE;
      assert.equal(isOpenAt(after, at, 'UTC'), isOpenAt(some, at, 'UTC'));
    }),
  );
});

test('the worker takes what was painted', () => {
  fc.assert(
    fc.property(windows, hours, fc.boolean(), (some, brush, isOpen) => {
      const after = painted(some, brush, isOpen);
      if (after !== null && after.length <= 50) assert.deepEqual(parseTimeWindows(after), after);
    }),
  );
});

test('a week without an hour is refused, one with all of them has no windows', () => {
  const all = Array.from({ length: 168 }, (_, index) => index);
  assert.equal(painted([], all, false), null);
  assert.deepEqual(painted(WEEK_PRESETS.nights, all, true), []);
});

test('days that have the same hours share a window', () => {
  const after = painted([{ days: [1], from: 0, to: 60 }], [2 * 24, 2 * 24 + 23], true);
  assert.deepEqual(after, [
    { days: [1, 2], from: 0, to: 60 },
    { days: [2], from: 23 * 60, to: 0 },
  ]);
});

test('a rectangle goes over the days as they are shown', () => {
  const [saturday, sunday] = [6 * 24, 0];
  assert.deepEqual(rectangle(sunday + 3, saturday + 2, ORDER), [146, 147, 2, 3]);
});

test('the presets are weeks that the worker takes', () => {
  for (const preset of Object.values(WEEK_PRESETS)) assert.deepEqual(parseTimeWindows(preset), preset);
  const nights = fillsOf(WEEK_PRESETS.nights).filter(fill => fill === 'open');
  assert.equal(nights.length, 7 * 8);
});

test('a schedule is the same however it is said', () => {
  const night = { days: [0, 1, 2, 3, 4, 5, 6], from: 23 * 60, to: 7 * 60 };
  assert.ok(isSameWeek([night], WEEK_PRESETS.nights));
  assert.ok(!isSameWeek([night], WEEK_PRESETS.always));
});
