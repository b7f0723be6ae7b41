import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WITH_ACCESS } from '../../../src/core/queue/access.ts';
import { GRACE } from '../../../src/core/queue/reconcile.ts';
import { LONGEST_WAIT } from '../../../src/core/queue/retry.ts';
import { isUnsure, type Moment, nextWake, type Pending, standstillOf } from '../../../src/core/queue/schedule.ts';
import type { SiteGate } from '../../../src/core/queue/site-gate.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings.ts';
import { itemIn, NOW, STAGE_NAMES } from '../make-item.ts';

/** NOW is noon of a Thursday in UTC, 13 o'clock in Berlin. */
const HERE: Moment = { now: NOW, zone: 'UTC', isOnline: true };
const AWAY: Partial<Moment> = { isOnline: false };
const HOUR = 3_600_000;
const HOLD: Partial<Settings> = { hold: true };
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const hours = (from: number, to: number): Partial<Settings> => ({
  windows: [{ days: EVERY_DAY, from: from * 60, to: to * 60 }],
});
const OPEN = hours(10, 14);
const CLOSED = hours(14, 16);

for (const [what, settings, moment, standstill] of [
  ['always open, online', {}, {}, null],
  ['open, online', OPEN, {}, null],
  ['closed', CLOSED, {}, 'closed'],
  ['open elsewhere only', hours(13, 14), {}, 'closed'],
  ['open where the user is', hours(13, 14), { zone: 'Europe/Berlin' }, null],
  ['on another day only', { windows: [{ days: [5], from: 0, to: 0 }] }, {}, 'closed'],
  ['offline', {}, AWAY, 'offline'],
  ['open, offline', OPEN, AWAY, 'offline'],
  ['closed, offline', CLOSED, AWAY, 'closed'],
  ['held', HOLD, {}, 'held'],
  ['held, closed', { ...HOLD, ...CLOSED }, {}, 'held'],
  ['held, offline', HOLD, AWAY, 'held'],
  ['held, closed, offline', { ...HOLD, ...CLOSED }, AWAY, 'held'],
] as const) {
  test(`standstillOf: ${what} → ${standstill}`, () => {
    assert.equal(standstillOf({ ...DEFAULT_SETTINGS, ...settings }, { ...HERE, ...moment }), standstill);
  });
}

const IDLE: Pending = { live: 0, unsure: 0, queued: 0, waiting: 0, nextDueAt: null, gates: [], undoEndsAt: null };
const SOON = NOW + 5_000;
const LATER = NOW + 10 * HOUR;
const MINUTE = NOW + 60_000;
const OPENS = NOW + 2 * HOUR;
const CLOSES = NOW + 2 * HOUR;

const LIVE: Partial<Pending> = { live: 2 };
const QUEUED: Partial<Pending> = { queued: 9 };
const due = (nextDueAt: number): Partial<Pending> => ({ waiting: 1, nextDueAt });
const shut = (...times: readonly number[]): Partial<Pending> => ({
  queued: 9,
  gates: times.map((until): SiteGate => ({ site: 'a.test', until, why: 'delay' })),
});
const removed = (undoEndsAt: number): Partial<Pending> => ({ undoEndsAt });

/** What is pending, what the user has set, where the moment differs, and the next wake. */
const WAKES: readonly (readonly [
  what: string,
  pending: Partial<Pending>,
  settings: Partial<Settings>,
  moment: Partial<Moment>,
  wake: number | null,
])[] = [
  ['nothing to do', {}, {}, {}, null],
  ['nothing to do, offline', {}, {}, AWAY, null],
  ['nothing to do, held', {}, HOLD, {}, null],
  ['nothing to do, closed', {}, CLOSED, {}, null],
  ['nothing to do, open for a while', {}, OPEN, {}, null],

  ['what waits for access needs none', due(WITH_ACCESS), {}, {}, null],
  ['live', LIVE, {}, {}, MINUTE],
  ['live and not confirmed', { live: 2, unsure: 1 }, {}, {}, NOW + GRACE],
  ['live, offline', LIVE, {}, AWAY, MINUTE],
  ['live, held: what is being saved is looked after', LIVE, HOLD, {}, MINUTE],
  ['live, closed', LIVE, CLOSED, {}, MINUTE],
  ['live and not confirmed, held', { live: 1, unsure: 1 }, HOLD, {}, NOW + GRACE],

  ['queued: the wake that sees it starts it', QUEUED, {}, {}, null],
  ['queued, offline', QUEUED, {}, AWAY, MINUTE],
  ['queued, held', QUEUED, HOLD, {}, null],
  ['queued, held, offline', QUEUED, HOLD, AWAY, null],
  ['queued, closed', QUEUED, CLOSED, {}, OPENS],
  ['queued, closed, offline', QUEUED, CLOSED, AWAY, OPENS],
  ['queued, closed, held', QUEUED, { ...CLOSED, ...HOLD }, {}, null],
  ['queued, open', QUEUED, OPEN, {}, CLOSES],
  ['queued, open, offline', QUEUED, OPEN, AWAY, MINUTE],
  ['queued, closed, where the user is it opens sooner', QUEUED, CLOSED, { zone: 'Europe/Berlin' }, NOW + HOUR],
  ['queued, a window that never ends', QUEUED, hours(6, 6), {}, null],

  ['due soon', due(SOON), {}, {}, SOON],
  ['due later', due(LATER), {}, {}, LATER],
  ['due at the epoch', due(0), {}, {}, 0],
  ['due soon, offline', due(SOON), {}, AWAY, SOON],
  ['due soon, held', due(SOON), HOLD, {}, null],
  ['due soon, closed', due(SOON), CLOSED, {}, OPENS],
  ['due later, open', due(LATER), OPEN, {}, CLOSES],
  ['due soon, open', due(SOON), OPEN, {}, SOON],
  ['live, and due soon', { ...LIVE, ...due(SOON) }, {}, {}, SOON],
  ['live, and due later', { ...LIVE, ...due(LATER) }, {}, {}, MINUTE],

  ['a shut gate', shut(SOON), {}, {}, SOON],
  ['the first of the shut gates', shut(LATER, SOON, LATER), {}, {}, SOON],
  ['a shut gate, held', shut(SOON), HOLD, {}, null],
  ['a shut gate, closed', shut(SOON), CLOSED, {}, OPENS],
  ['gates that are open', shut(NOW, NOW - 5), {}, {}, null],
  ['an absurd gate beside one that is not', shut(NOW + LONGEST_WAIT + 1, LATER), {}, {}, LATER],
  ['an absurd gate', shut(NOW + LONGEST_WAIT + 1), {}, {}, null],
  ['a shut gate, and due sooner', { ...shut(LATER), ...due(SOON) }, {}, {}, SOON],
  ['a shut gate, and live', { ...shut(LATER), ...LIVE }, {}, {}, MINUTE],

  ['a removal that can be undone', removed(SOON), {}, {}, SOON],
  ['a removal, held', removed(SOON), HOLD, {}, SOON],
  ['a removal, closed', removed(SOON), CLOSED, {}, SOON],
  ['a removal, offline', removed(SOON), {}, AWAY, SOON],
  ['a removal that ends later, and live', { ...removed(LATER), ...LIVE }, {}, {}, MINUTE],
  ['live and open, the window ends first', LIVE, hours(0, 12 + 1 / 60), { now: NOW + 30_000 }, MINUTE],
  ['live and open, it is looked at first', LIVE, OPEN, {}, MINUTE],
];

for (const [what, pending, settings, moment, wake] of WAKES) {
  test(`nextWake: ${what} → ${wake === null ? 'no alarm' : `${wake - NOW} ms`}`, () => {
    const seen = nextWake({ ...IDLE, ...pending }, { ...DEFAULT_SETTINGS, ...settings }, { ...HERE, ...moment });
    assert.equal(seen, wake);
  });
}

test('nextWake: whatever is live is looked at within a minute, whatever else there is', () => {
  for (const [what, pending, settings, moment] of WAKES) {
    const full = { ...IDLE, ...pending, live: 1 };
    const wake = nextWake(full, { ...DEFAULT_SETTINGS, ...settings }, { ...HERE, ...moment });
    assert.ok(wake !== null && wake <= (moment.now ?? NOW) + 60_000, what);
  }
});

test('what the browser has been asked for and has not confirmed is unsure', () => {
  assert.deepEqual(
    STAGE_NAMES.filter(name => isUnsure(itemIn(name))),
    [
      'probing',
      'asking fetch',
      'asking download',
      'running missing',
      'asking parts',
      'keeping',
      'keeping paused',
      'collecting',
      'asking save',
    ],
  );
});
