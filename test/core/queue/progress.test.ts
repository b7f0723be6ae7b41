import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type FailureCode } from '../../../src/core/carriers/failure.ts';
import type { QueueEvent, Terms } from '../../../src/core/queue/event.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, termsWith } from '../make-item.ts';

const STEP = 256 * 1024;
const FAR = 1_000_000;

interface Failing {
  readonly code?: FailureCode;
  readonly terms?: Partial<Terms>;
}

/** The item after an attempt that had received so many bytes has failed. */
function failedAt(before: QueueItem, bytes: number, { code = 'server-error', terms = {} }: Failing = {}): QueueItem {
  const event: QueueEvent = { type: 'failed', attempt: before.attempt, reason: failure(code), bytes };
  return transition(before, event, termsWith(terms)).item;
}

/** How far the furthest attempt came, what this one brought, and the failures in a row after two before it. */
for (const [what, furthest, bytes, failures] of [
  ['nothing', 0, 0, 3],
  ['a little at the first try', 0, STEP - 1, 3],
  ['a step at the first try', 0, STEP, 1],
  ['as far as before', FAR, FAR, 3],
  ['a byte less than a step further', FAR, FAR + STEP - 1, 3],
  ['a step further', FAR, FAR + STEP, 1],
  ['much further', FAR, 50 * FAR, 1],
  ['much, but less far than before', FAR, FAR / 2, 3],
] as const) {
  test(`progress: ${what}: ${bytes} bytes after ${furthest} → failure ${failures} in a row`, () => {
    const next = failedAt(itemIn('running download', { failures: 2, furthest }), bytes, { terms: { attempts: 9 } });
    assert.equal(next.status, 'waiting');
    assert.equal(next.failures, failures);
    assert.equal(next.furthest, Math.max(furthest, bytes));
  });
}

test('an attempt that gets further is not the last where more than one may fail, and waits as after a first failure', () => {
  const before = itemIn('running fetch', { failures: 2 });
  assert.equal(failedAt(before, 0).status, 'failed');
  const next = failedAt(before, STEP, { terms: { random: () => 0.75 } });
  assert.ok(next.status === 'waiting');
  assert.equal(next.dueAt, NOW + 1_500);
});

test('an item that creeps on by less than a step runs out of attempts', () => {
  let item = itemIn('running download');
  const statuses = [STEP - 1, 2 * (STEP - 1), 3 * (STEP - 1)].map(bytes => {
    const { failures, furthest, status } = failedAt(item, bytes);
    item = itemIn('running download', { failures, furthest });
    return status;
  });
  assert.deepEqual(statuses, ['waiting', 'waiting', 'failed']);
});

test('progress does not mend what only the user can', () => {
  const next = failedAt(itemIn('running download', { failures: 2 }), 50 * FAR, { code: 'no-write-access' });
  assert.equal(next.status, 'failed');
});

test('how far an item came is kept wherever the failure leads it', () => {
  const before = itemIn('running fetch', { furthest: FAR });
  for (const [what, failing, status] of [
    ['offline', { terms: { isOnline: false } }, 'queued'],
    ['flapping', { terms: { isFlapping: true } }, 'waiting'],
    ['other carrier', { code: 'unreadable' }, 'queued'],
    ['for good', { code: 'gone' }, 'failed'],
  ] as const) {
    const further = failedAt(before, FAR + 5, failing);
    assert.deepEqual([further.status, further.furthest], [status, FAR + 5], what);
    assert.equal(failedAt(before, 5, failing).furthest, FAR, what);
  }
});

test('how far an item came outlives the wait and the next start', () => {
  const waiting = failedAt(itemIn('running download'), FAR);
  const queued = transition(waiting, { type: 'due' }, termsWith()).item;
  const probing = transition(queued, { type: 'picked' }, termsWith()).item;
  assert.deepEqual([queued.furthest, probing.furthest, probing.failures], [FAR, FAR, 1]);
});
