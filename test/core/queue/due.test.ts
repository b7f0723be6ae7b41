import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type FailureCode } from '../../../src/core/carriers/failure.ts';
import type { QueueEvent, Terms } from '../../../src/core/queue/event.ts';
import { inStage, type QueueItem, type Travelled } from '../../../src/core/queue/item.ts';
import { gatesAfter } from '../../../src/core/queue/site-gate.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, termsWith } from '../make-item.ts';

function waitingFor(code: FailureCode, learnt: Partial<Travelled> = {}): QueueItem {
  return inStage(itemIn('queued', learnt), { status: 'waiting', dueAt: NOW, reason: failure(code, 'why') });
}

function dueWith(before: QueueItem, terms: Partial<Terms> = {}): QueueItem {
  return transition(before, { type: 'due' }, termsWith(terms)).item;
}

/** Why it waits, whether the network was away, failures in a row of three; and where it is then, with how many. */
for (const [code, isFlapping, failures, status, left] of [
  ['interrupted', true, 3, 'queued', 2],
  ['interrupted', true, 1, 'queued', 0],
  ['interrupted', true, 0, 'queued', 0],
  ['interrupted', false, 1, 'queued', 1],
  ['interrupted', false, 2, 'queued', 2],
  ['interrupted', false, 3, 'failed', 3],
  ['unreachable', true, 3, 'queued', 2],
  ['unreachable', false, 3, 'failed', 3],
  ['timed-out', false, 3, 'failed', 3],
  ['stalled', false, 3, 'failed', 3],
  ['offline', false, 3, 'failed', 3],
  ['unreadable', true, 3, 'queued', 2],
  ['quota-exceeded', true, 2, 'queued', 1],
  ['unreadable', false, 2, 'queued', 2],
  ['rate-limited', true, 2, 'queued', 2],
  ['server-error', true, 2, 'queued', 2],
  ['wrong-size', true, 2, 'queued', 2],
  ['server-error', false, 2, 'queued', 2],
  ['lost', true, 2, 'queued', 2],
  ['lost', false, 3, 'queued', 3],
] as const) {
  test(`due: ${code}, ${failures} in a row, ${isFlapping ? 'flapping' : 'calm'} → ${status}, ${left}`, () => {
    const next = dueWith(waitingFor(code, { failures }), { isFlapping });
    assert.deepEqual([next.status, next.failures], [status, left]);
    assert.equal('dueAt' in next, false);
  });
}

test('due: what fails then says why, when, and on which carrier', () => {
  const log = [{ at: NOW, what: 'planned', detail: 'background-fetch' }] as const;
  const next = dueWith(waitingFor('timed-out', { failures: 3, log }), { now: NOW + 9 });
  assert.ok(next.status === 'failed');
  assert.deepEqual(next.reason, failure('timed-out', 'why'));
  assert.deepEqual([next.carrier, next.endedAt], ['background-fetch', NOW + 9]);
  const before = dueWith(waitingFor('timed-out', { failures: 3 }));
  assert.equal(before.status === 'failed' && before.carrier, null);
});

test('due: what the server asked for is over with the wait', () => {
  const reason = failure('timed-out', 'HTTP 408', 77_000);
  const before = inStage(itemIn('queued', { failures: 3 }), { status: 'waiting', dueAt: NOW, reason });
  const next = dueWith(before);
  assert.ok(next.status === 'failed');
  assert.deepEqual(next.reason, failure('timed-out', 'HTTP 408'));
  assert.deepEqual(gatesAfter([{ item: next, effects: [] }], { now: NOW, delay: 0, random: () => 0 }), []);
});

test('due: nothing is learnt or forgotten by waiting but what is forgiven', () => {
  const learnt = { failures: 2, losses: 2, furthest: 900, refusedBy: ['background-fetch'] } as const;
  const before = waitingFor('interrupted', learnt);
  const { log, ...rest } = dueWith(before, { isFlapping: true });
  const { log: _, ...expected } = itemIn('queued', { ...learnt, failures: 1 });
  assert.deepEqual(rest, expected);
  assert.deepEqual(log, before.log);
});

/** An attempt that fails, and the wait after it; the browser notices only meanwhile that there was no network. */
function failsAndWaits(failures: number, isFlapping: boolean): QueueItem {
  const event: QueueEvent = { type: 'failed', attempt: 3, reason: failure('interrupted'), bytes: 0 };
  return dueWith(transition(itemIn('running fetch', { failures }), event, termsWith()).item, { isFlapping });
}

test('a line that dies again and again costs no attempt, even the last', () => {
  for (const failures of [0, 1, 2]) {
    const next = failsAndWaits(failures, true);
    assert.deepEqual([next.status, next.failures], ['queued', failures]);
  }
});

test('a server that cuts every attempt while the line is well uses them up', () => {
  const ends = [0, 1, 2].map(failures => failsAndWaits(failures, false));
  assert.deepEqual(
    ends.map(({ status, failures }) => [status, failures]),
    [
      ['queued', 1],
      ['queued', 2],
      ['failed', 3],
    ],
  );
});
