import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type Failure } from '../../../src/core/carriers/failure.ts';
import type { Terms } from '../../../src/core/queue/event.ts';
import { isFlapping } from '../../../src/core/queue/flapping.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, type StageName, termsWith } from '../make-item.ts';

/** Whether there is a network now, ms since it was last seen away, and whether it comes and goes. */
for (const [isOnline, ago, flaps] of [
  [true, null, false],
  [true, 0, true],
  [true, 1, true],
  [true, 59_999, true],
  [true, 60_000, false],
  [true, 3_600_000, false],
  [false, null, true],
  [false, 1, true],
  [false, 3_600_000, true],
] as const) {
  const when = ago === null ? 'never away' : `away ${ago} ms ago`;
  test(`isFlapping: ${isOnline ? 'online' : 'offline'}, ${when} → ${flaps}`, () => {
    assert.equal(isFlapping(isOnline, ago === null ? null : NOW - ago, NOW), flaps);
  });
}

test('isFlapping: a clock that was set back does not keep the network flapping for years', () => {
  assert.equal(isFlapping(true, NOW + 59_999, NOW), true);
  assert.equal(isFlapping(true, NOW + 60_000, NOW), false);
  assert.equal(isFlapping(true, NOW + 365 * 86_400_000, NOW), false);
});

const STALLED_BEFORE = [{ at: NOW, what: 'failed', detail: 'stalled (60 s)' }] as const;

function flapped(before: QueueItem, reason: Failure, terms: Partial<Terms> = {}): QueueItem {
  const event = { type: 'failed', attempt: before.attempt, reason, bytes: 0 } as const;
  return transition(before, event, termsWith({ isFlapping: true, ...terms })).item;
}

for (const code of ['unreadable', 'refused', 'quota-exceeded', 'stalled'] as const) {
  test(`flapping: ${code} is not blamed on the carrier, and waits`, () => {
    const before = itemIn('running fetch', { failures: 1, log: STALLED_BEFORE });
    const next = flapped(before, failure(code, 'why'), { random: () => 0.75 });
    assert.ok(next.status === 'waiting');
    assert.deepEqual(next.refusedBy, []);
    assert.deepEqual(next.log, [...STALLED_BEFORE, { at: NOW, what: 'failed', detail: `${code} (why)` }]);
    assert.equal(next.dueAt, NOW + 3_000);
    assert.equal(next.failures, 2, 'it is forgiven when the wait is over');
    assert.deepEqual(flapped(before, failure(code), { isFlapping: false }).refusedBy, ['background-fetch']);
  });
}

test('flapping: what the server has refused to one carrier is still worth the other', () => {
  const before = itemIn('running download', { referrer: 'https://files.test/page' });
  const next = flapped(before, failure('forbidden'));
  assert.deepEqual([next.status, next.refusedBy], ['queued', ['browser-download']]);
});

/** What becomes of the last attempt that may fail: while the network comes and goes, and while it does not. */
for (const [code, flapping, calm] of [
  ['unreachable', 'waiting', 'waiting'],
  ['timed-out', 'waiting', 'waiting'],
  ['interrupted', 'waiting', 'waiting'],
  ['stalled', 'waiting', 'waiting'],
  ['offline', 'waiting', 'waiting'],
  ['unreadable', 'waiting', 'failed'],
  ['refused', 'waiting', 'failed'],
  ['quota-exceeded', 'waiting', 'failed'],
  ['rate-limited', 'failed', 'failed'],
  ['server-error', 'failed', 'failed'],
  ['wrong-size', 'failed', 'failed'],
  ['not-found', 'failed', 'failed'],
  ['forbidden', 'failed', 'failed'],
  ['no-write-access', 'failed', 'failed'],
] as const) {
  test(`the last failure, ${code}: flapping → ${flapping}, else → ${calm}`, () => {
    for (const isFlapping of [true, false]) {
      // The other carrier has refused it already.
      const before = itemIn('running fetch', { failures: 2, refusedBy: ['browser-download'] });
      const next = flapped(before, failure(code), { isFlapping });
      assert.equal(next.status, isFlapping ? flapping : calm);
      assert.equal(next.failures, 3);
      if (next.status === 'waiting') assert.equal(next.dueAt, NOW + 10_000);
    }
  });
}

test('the last failure waits 5 s to 15 s, by chance, for the browser to notice that the line is dead', () => {
  const waitWith = (random: number): unknown => {
    const before = itemIn('running fetch', { failures: 40 });
    const next = flapped(before, failure('interrupted'), { isFlapping: false, random: () => random });
    return next.status === 'waiting' ? next.dueAt - NOW : next.status;
  };
  assert.deepEqual([0, 0.25, 0.5, 0.999].map(waitWith), [5_000, 7_500, 10_000, 14_990]);
});

for (const [what, failures] of [
  ['an attempt', 0],
  ['the last attempt', 2],
] as const) {
  test(`a server that says when to come again after ${what} is not asked sooner, whatever the network does`, () => {
    for (const isFlapping of [true, false]) {
      const next = flapped(itemIn('running fetch', { failures }), failure('timed-out', 'HTTP 408', 77_000), {
        isFlapping,
      });
      assert.ok(next.status === 'waiting');
      assert.equal(next.dueAt, NOW + 77_000);
    }
  });
}

test('the last failure waits for the line even where the server asks for less', () => {
  const next = flapped(itemIn('running fetch', { failures: 2 }), failure('timed-out', 'HTTP 408', 1_000));
  assert.ok(next.status === 'waiting');
  assert.equal(next.dueAt, NOW + 10_000);
});

test('flapping: while there is no network at all the item stands in the queue, and nothing is counted', () => {
  for (const stage of ['running fetch', 'running download', 'probing'] as const satisfies readonly StageName[]) {
    const next = flapped(itemIn(stage, { failures: 2 }), failure('interrupted'), { isOnline: false });
    assert.deepEqual([next.status, next.failures], ['queued', 2]);
  }
});
