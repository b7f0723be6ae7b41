import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isOpenAt, nextTurn, parseTimeWindows, type TimeWindow } from '../../../src/core/queue/time-window.ts';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const LORD_HOWE = 'Australia/Lord_Howe';
const MINUTE = 60_000;
const DAY = 24 * 60;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORK_DAYS = [1, 2, 3, 4, 5];
const [SUNDAY, FRIDAY, SATURDAY] = [[0], [5], [6]];

const time = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** `between([0], '02:15-02:45')` */
function between(days: readonly number[], times: string): TimeWindow {
  const [from = '', to = ''] = times.split('-');
  return { days, from: time(from), to: time(to) };
}

describe('isOpenAt', () => {
  const office = [between(WORK_DAYS, '09:00-17:00')];
  const nights = [between(FRIDAY, '22:00-06:00')];
  const weekEnd = [between(SATURDAY, '22:00-06:00')];
  const saturday = [between(SATURDAY, '06:00-06:00')];
  const both = [between(SUNDAY, '08:00-10:00'), between([0, 1], '18:00-20:00')];
  // 15 January 2026 is a Thursday; Berlin is an hour ahead of UTC.
  for (const [words, windows, at, isOpen] of [
    ['no window at all', [], '2026-01-15T12:00Z', true],
    ['the minute before it opens', office, '2026-01-15T07:59:59.999Z', false],
    ['the minute it opens', office, '2026-01-15T08:00Z', true],
    ['the last moment inside', office, '2026-01-15T15:59:59.999Z', true],
    ['the minute it closes', office, '2026-01-15T16:00Z', false],
    ['the right time of another day', office, '2026-01-17T12:00Z', false],
    ['across midnight, the evening', nights, '2026-01-16T21:30Z', true],
    ['across midnight, the morning after', nights, '2026-01-17T04:30Z', true],
    ['across midnight, its end', nights, '2026-01-17T05:00Z', false],
    ['across midnight, the morning of the day on which it begins', nights, '2026-01-16T04:30Z', false],
    ['across midnight, the evening after', nights, '2026-01-17T21:30Z', false],
    ['across midnight and the end of the week', weekEnd, '2026-01-18T04:30Z', true],
    ['24 hours, before them', saturday, '2026-01-17T04:59Z', false],
    ['24 hours, the first minute', saturday, '2026-01-17T05:00Z', true],
    ['24 hours, the last minute, which is of the week after', saturday, '2026-01-18T04:59Z', true],
    ['24 hours, after them', saturday, '2026-01-18T05:00Z', false],
    ['several windows, in the first', both, '2026-01-18T08:00Z', true],
    ['several windows, between them', both, '2026-01-18T12:00Z', false],
    ['several windows, in the second', both, '2026-01-19T18:00Z', true],
    ['several windows, at the time of the one and on the day of the other', both, '2026-01-19T08:00Z', false],
  ] as const) {
    test(`${words} → ${isOpen ? 'open' : 'closed'}`, () => {
      assert.equal(isOpenAt(windows, Date.parse(at), BERLIN), isOpen);
    });
  }

  test('the zone decides which day it is', () => {
    const now = Date.parse('2026-01-16T20:00Z');
    const friday = [between(FRIDAY, '00:00-00:00')];
    assert.equal(isOpenAt(friday, now, 'Pacific/Kiritimati'), false);
    assert.equal(isOpenAt(friday, now, 'Asia/Kathmandu'), false);
    assert.equal(isOpenAt(friday, now, 'Pacific/Pago_Pago'), true);
  });
});

/** As many of the next turns as `turns` has, written as it is: day and time in UTC, as '29T01:00', or 'never'. */
function turnsLike(turns: string, windows: readonly TimeWindow[], start: string, zone: string): string {
  let now: number | null = Date.parse(start);
  return Array.from(turns.split(' '), () => {
    now = now === null ? null : nextTurn(windows, now, zone);
    return now === null ? 'never' : new Date(now).toISOString().slice(8).replace(':00.000Z', '');
  }).join(' ');
}

describe('nextTurn', () => {
  const office = between(WORK_DAYS, '09:00-17:00');
  const noons = [between(EVERY_DAY, '00:00-12:00'), between(EVERY_DAY, '12:00-00:00')];
  const touching = [between([4], '09:00-12:00'), between([4], '12:00-15:00')];
  const overlapping = [between([4], '09:00-13:00'), between([4], '12:00-15:00')];
  for (const [words, windows, start, turns] of [
    ['on a plain day', [office], '2026-01-15T00:00Z', '15T08:00 15T16:00'],
    ['later than the turn it stands on', [office], '2026-01-15T08:00Z', '15T16:00 16T08:00'],
    ['the moment before a turn', [office], '2026-01-15T07:59:59.999Z', '15T08:00'],
    ['over the weekend', [office], '2026-01-16T12:00Z', '16T16:00 19T08:00'],
    ['across midnight', [between(SATURDAY, '22:00-06:00')], '2026-01-15T00:00Z', '17T21:00 18T05:00 24T21:00'],
    ['24 hours', [between(FRIDAY, '06:00-06:00')], '2026-01-15T00:00Z', '16T05:00 17T05:00'],
    ['two that touch are one', touching, '2026-01-15T00:00Z', '15T08:00 15T14:00'],
    ['two that overlap are one', overlapping, '2026-01-15T00:00Z', '15T08:00 15T14:00'],
    ['two days that touch are one', [between([4, 5], '06:00-06:00')], '2026-01-15T00:00Z', '15T05:00 17T05:00'],
    ['all but a minute', [between(EVERY_DAY, '12:01-12:00')], '2026-01-15T00:00Z', '15T11:00 15T11:01'],
    ['no window at all', [], '2026-01-15T00:00Z', 'never'],
    ['every day and all of it', [between(EVERY_DAY, '06:00-06:00')], '2026-01-15T00:00Z', 'never'],
    ['halves that make every day', noons, '2026-01-15T00:00Z', 'never'],
  ] as const) {
    test(words, () => {
      assert.equal(turnsLike(turns, windows, start, BERLIN), turns);
    });
  }
});

describe('where the wall clock jumps', () => {
  for (const [words, zone, window, start, turns] of [
    // Berlin, 29 March 2026: 02:00 is 03:00, at 01:00 UTC.
    ['opens in the gap', BERLIN, '02:30-04:00', '2026-03-29T00:00Z', '29T01:00 29T02:00'],
    ['closes in the gap', BERLIN, '01:30-02:30', '2026-03-29T00:00Z', '29T00:30 29T01:00'],
    ['is lost in the gap, is back in a week', BERLIN, '02:15-02:45', '2026-03-22T01:45Z', '05T00:15 05T00:45'],
    // Berlin, 25 October 2026: 03:00 is 02:00 again, at 01:00 UTC.
    ['comes twice in the overlap', BERLIN, '02:15-02:45', '2026-10-25T00:00Z', '25T00:15 25T00:45 25T01:15 25T01:45'],
    ['opens in the overlap', BERLIN, '02:30-04:00', '2026-10-25T00:00Z', '25T00:30 25T01:00 25T01:30 25T03:00'],
    ['closes in the overlap', BERLIN, '01:00-02:30', '2026-10-25T00:00Z', '25T00:30 25T01:00 25T01:30'],
    ['lasts the whole overlap', BERLIN, '02:00-03:00', '2026-10-24T23:00Z', '25T00:00 25T02:00'],
    // New York, 8 March 2026: 02:00 is 03:00, at 07:00 UTC.
    ['opens in the gap', NEW_YORK, '02:30-04:00', '2026-03-08T05:00Z', '08T07:00 08T08:00'],
    ['closes in the gap', NEW_YORK, '01:30-02:30', '2026-03-08T05:00Z', '08T06:30 08T07:00'],
    // New York, 1 November 2026: 02:00 is 01:00 again, at 06:00 UTC.
    ['comes twice in the overlap', NEW_YORK, '01:15-01:45', '2026-11-01T04:00Z', '01T05:15 01T05:45 01T06:15 01T06:45'],
    // Lord Howe, 4 October 2026: 02:00 is 02:30, at 15:30 UTC of the day before.
    ['opens in half an hour', LORD_HOWE, '02:10-03:00', '2026-10-03T12:00Z', '03T15:30 03T16:00'],
    ['is lost in half an hour, is back in a week', LORD_HOWE, '02:15-02:30', '2026-09-26T16:00Z', '10T15:15'],
    // Lord Howe, 5 April 2026: 02:00 is 01:30 again, at 15:00 UTC of the day before.
    ['comes twice', LORD_HOWE, '01:40-01:50', '2026-04-04T12:00Z', '04T14:40 04T14:50 04T15:10 04T15:20'],
  ] as const) {
    test(`${zone}: ${window} ${words}`, () => {
      assert.equal(turnsLike(turns, [between(SUNDAY, window)], start, zone), turns);
    });
  }

  test('closed only in the gap, it stays open', () => {
    const turns = '28T01:00 28T02:00 30T00:00 30T01:00';
    assert.equal(turnsLike(turns, [between(EVERY_DAY, '03:00-02:00')], '2026-03-28T00:00Z', BERLIN), turns);
  });
});

const SPAN = { min: Date.UTC(2024, 0), max: Date.UTC(2031, 0) };
const HOUR = 60 * MINUTE;
const ZONES = [
  BERLIN,
  NEW_YORK,
  LORD_HOWE,
  'Africa/Casablanca',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Pacific/Chatham',
].map(zone => {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  /** What the wall clock shows, in ms, as if it were UTC. */
  const wallClock = (at: number): number => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  return { zone, wallClock, changes: changesOf(wallClock) };
});

/** The moments at which the clock is set, to the second. */
function changesOf(wallClock: (at: number) => number): number[] {
  const changes: number[] = [];
  for (let start = SPAN.min; start < SPAN.max; start += 6 * HOUR) {
    let [before, after] = [start, start + 6 * HOUR];
    const offset = wallClock(before) - before;
    if (wallClock(after) - after === offset) continue;
    while (after - before > 1_000) {
      const middle = Math.floor((before + after) / 2_000) * 1_000;
      if (wallClock(middle) - middle === offset) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

for (const { zone, changes } of ZONES) {
  test(`${zone} sets its clock only at quarters of an hour of UTC`, () => {
    assert.equal(changes.length > 0, zone !== 'Asia/Kathmandu');
    const others = changes.filter(change => change % (15 * MINUTE) !== 0);
    assert.deepEqual(others, []);
  });
}

/** The definition, word by word: it began today or yesterday, and has not ended. `wall` is what `wallClock` says. */
function isInside({ days, from, to }: TimeWindow, wall: number): boolean {
  return [0, 1].some(daysAgo => {
    const midnight = new Date(wall - daysAgo * DAY * MINUTE).setUTCHours(0, 0, 0, 0);
    const end = to > from ? to : to + DAY;
    const isWithin = wall >= midnight + from * MINUTE && wall < midnight + end * MINUTE;
    return isWithin && days.includes(new Date(midnight).getUTCDay());
  });
}

test('nextTurn is what one finds who looks at the clock every minute, and until then nothing changes', () => {
  const minutes = fc.oneof(fc.nat(DAY - 1), fc.nat(4 * 60), fc.constantFrom(0, 120, 180, 1_439));
  const window = fc.record({ days: fc.subarray(EVERY_DAY, { minLength: 1 }), from: minutes, to: minutes });
  const moment = fc.constantFrom(...ZONES).chain(({ zone, wallClock, changes }) => {
    const distance = fc.integer({ min: -26 * HOUR, max: 2 * HOUR });
    const near = fc.constantFrom(...changes, SPAN.min).chain(change => distance.map(ms => change + ms));
    return fc.oneof(fc.integer(SPAN), near).map(now => ({ zone, wallClock, now }));
  });
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 4 }), moment, (windows, { zone, wallClock, now }) => {
      const isOpen = (at: number): boolean => windows.some(window => isInside(window, wallClock(at)));
      assert.equal(isOpenAt(windows, now, zone), isOpen(now));
      let turn = (Math.floor(now / MINUTE) + 1) * MINUTE;
      while (isOpen(turn) === isOpen(now) && turn < now + 15 * DAY * MINUTE) {
        assert.equal(isOpenAt(windows, turn, zone), isOpen(now));
        turn += MINUTE;
      }
      assert.equal(nextTurn(windows, now, zone), isOpen(turn) === isOpen(now) ? null : turn);
      assert.equal(isOpenAt(windows, turn, zone), isOpen(turn));
    }),
  );
});

describe('parseTimeWindows', () => {
  const window = { days: [1, 2], from: 540, to: 1_020 };
  for (const [words, value] of [
    ['no windows', []],
    ['one', [window]],
    ['the edges of everything', [{ days: EVERY_DAY, from: 0, to: 1_439 }]],
    ['across midnight', [{ ...window, to: 60 }]],
    ['24 hours', [window, { ...window, to: 540 }]],
    ['fifty', Array.from({ length: 50 }, () => window)],
  ] as const) {
    test(`${words}: taken as they are`, () => assert.deepEqual(parseTimeWindows(value), value));
  }

  for (const [words, value] of [
    ['nothing', undefined],
    ['no list', window],
    ['fifty-one', Array.from({ length: 51 }, () => window)],
    ['null among them', [window, null]],
    ['a hole among them', Array(1)],
    ['a list among them', [[[1], 0, 60]]],
    ['an unknown key', [{ ...window, zone: BERLIN }]],
    ['a missing key', [{ days: [1], from: 0 }]],
    ['another key in its place', [{ days: [1], from: 0, until: 60 }]],
    ['no day', [{ ...window, days: [] }]],
    ['a day twice', [{ ...window, days: [1, 1] }]],
    ['days in disorder', [{ ...window, days: [2, 1] }]],
    ['an eighth day', [{ ...window, days: [7] }]],
    ['a day before Sunday', [{ ...window, days: [-1] }]],
    ['half a day', [{ ...window, days: [0.5] }]],
    ['a day in words', [{ ...window, days: ['1'] }]],
    ['a hole among the days', [{ ...window, days: Array(1) }]],
    ['days that are no list', [{ ...window, days: '12' }]],
    ['a time before midnight', [{ ...window, from: -1 }]],
    ['the hour 24', [{ ...window, to: 1_440 }]],
    ['half a minute', [{ ...window, from: 0.5 }]],
    ['a time in words', [{ ...window, from: '540' }]],
  ] as const) {
    test(`${words}: refused`, () => assert.equal(parseTimeWindows(value), null));
  }
});
