import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePlaces, isUnsure, nextWake, type Pending } from '../../../src/core/queue/schedule.ts';
import { GRACE } from '../../../src/core/queue/reconcile.ts';
import { itemIn, NOW, STAGE_NAMES } from '../make-item.ts';

for (const [live, limit, free] of [
  [0, 4, 4],
  [3, 4, 1],
  [4, 4, 0],
  [5, 4, 0],
  [16, 1, 0],
] as const) {
  test(`freePlaces: ${live} live of ${limit} → ${free}`, () => {
    assert.equal(freePlaces(Array(live).fill(itemIn('probing')), limit), free);
  });
}

const IDLE: Pending = { live: 0, unsure: 0, queued: 0, nextDueAt: null, isOnline: true };
const SOON = NOW + 5_000;
const LATER = NOW + 3_600_000;
const MINUTE = NOW + 60_000;

for (const [what, pending, wake] of [
  ['nothing to do', IDLE, null],
  ['nothing to do, offline', { ...IDLE, isOnline: false }, null],
  ['something live', { ...IDLE, live: 1 }, MINUTE],
  ['something live that is not confirmed', { ...IDLE, live: 2, unsure: 1 }, NOW + GRACE],
  ['something live, offline', { ...IDLE, live: 1, isOnline: false }, MINUTE],
  ['queued: the wake that sees it starts it', { ...IDLE, queued: 9 }, null],
  ['one queued, offline', { ...IDLE, queued: 1, isOnline: false }, MINUTE],
  ['queued, offline', { ...IDLE, queued: 9, isOnline: false }, MINUTE],
  ['something due soon', { ...IDLE, nextDueAt: SOON }, SOON],
  ['something due later', { ...IDLE, nextDueAt: LATER }, LATER],
  ['live, and due soon', { ...IDLE, live: 2, nextDueAt: SOON }, SOON],
  ['live, and due later', { ...IDLE, live: 2, nextDueAt: LATER }, MINUTE],
  ['due at the epoch', { ...IDLE, nextDueAt: 0 }, 0],
] as const) {
  test(`nextWake: ${what} → ${wake === null ? 'no alarm' : `${wake - NOW} ms`}`, () => {
    assert.equal(nextWake(pending, NOW), wake);
  });
}

test('what the browser has been asked for and has not confirmed is unsure', () => {
  assert.deepEqual(
    STAGE_NAMES.filter(name => isUnsure(itemIn(name))),
    ['probing', 'asking fetch', 'asking download', 'running missing', 'collecting', 'asking save'],
  );
});
