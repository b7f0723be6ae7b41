import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type Failure } from '../../../src/core/carriers/failure.ts';
import type { Terms } from '../../../src/core/queue/event.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { NOWHERE } from '../../../src/core/queue/place.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, termsWith } from '../make-item.ts';

function failedWith(before: QueueItem, reason: Failure, terms: Partial<Terms> = {}): QueueItem {
  return transition(before, { type: 'failed', attempt: before.attempt, reason, bytes: 0 }, termsWith(terms)).item;
}

test('a failure that time may mend waits, with the back-off of its failures in a row', () => {
  const reason = failure('server-error');
  const dueAfter = (failures: number, random: number): unknown => {
    const next = failedWith(itemIn('running download', { failures }), reason, { attempts: 9, random: () => random });
    return next.status === 'waiting' ? next.dueAt - NOW : next.status;
  };
  assert.equal(dueAfter(0, 0.75), 1_500);
  assert.equal(dueAfter(1, 0.75), 3_000);
  assert.equal(dueAfter(2, 0.75), 6_000);
});

test('the reason and the count of failures are kept', () => {
  const reason = failure('rate-limited', 'HTTP 429', 77_000);
  const next = failedWith(itemIn('running fetch', { failures: 1 }), reason);
  assert.ok(next.status === 'waiting');
  assert.deepEqual(next.reason, reason);
  assert.equal(next.dueAt, NOW + 77_000);
  assert.equal(next.failures, 2);
});

test('the last attempt that may fail fails the item for good, where it is not the line’s fault', () => {
  const reason = failure('server-error');
  const statusAfter = (failures: number, attempts: number): string =>
    failedWith(itemIn('running download', { failures }), reason, { attempts }).status;
  assert.equal(statusAfter(1, 3), 'waiting');
  assert.equal(statusAfter(2, 3), 'failed');
  assert.equal(statusAfter(7, 3), 'failed');
  assert.equal(statusAfter(0, 1), 'failed');
});

test('a failure that only the user can mend fails at once, and says on which carrier', () => {
  const reason = failure('not-found', 'HTTP 404');
  const endOf = (before: QueueItem): unknown => {
    const next = failedWith(before, reason);
    return next.status === 'failed' ? [next.carrier, next.reason, next.endedAt, next.failures] : next.status;
  };
  assert.deepEqual(endOf(itemIn('running fetch')), ['background-fetch', reason, NOW, 1]);
  assert.deepEqual(endOf(itemIn('asking download')), ['browser-download', reason, NOW, 1]);
  assert.deepEqual(endOf(itemIn('writing')), ['background-fetch', reason, NOW, 1]);
  assert.deepEqual(endOf(itemIn('probing')), [null, reason, NOW, 1]);
});

test('a carrier that cannot take the item hands over to the other at once, once', () => {
  const reason = failure('unreadable', 'fetch-error');
  const first = failedWith(itemIn('running fetch', { failures: 1 }), reason);
  assert.equal(first.status, 'queued');
  assert.deepEqual(first.refusedBy, ['background-fetch']);
  assert.equal(first.failures, 1, 'a carrier’s own limit is no failure of the server');
  assert.deepEqual(first.log.slice(-2), [
    { at: NOW, what: 'failed', detail: 'unreadable (fetch-error)' },
    { at: NOW, what: 'other-carrier', detail: 'browser-download' },
  ]);
  const second = failedWith(itemIn('running download', { refusedBy: first.refusedBy }), failure('refused'));
  assert.equal(second.status, 'failed');
  assert.deepEqual(second.refusedBy, ['background-fetch']);
});

test('a file that wants its Referer goes from the browser’s download to a fetch where the host is granted', () => {
  const before = itemIn('running download', { referrer: 'https://files.test/page' });
  const granted = failedWith(before, failure('forbidden'));
  assert.equal(granted.status, 'queued');
  assert.deepEqual(granted.refusedBy, ['browser-download']);
  const asked: string[] = [];
  const isGranted = (url: string): boolean => asked.push(url) === 0;
  assert.equal(failedWith(before, failure('forbidden'), { isGranted }).status, 'failed');
  assert.deepEqual(asked, [before.url]);
});

test('offline nothing is counted and nobody is refused: the item stands in the queue until the network is back', () => {
  for (const code of ['server-error', 'offline', 'unreadable', 'quota-exceeded'] as const) {
    const next = failedWith(itemIn('running fetch', { failures: 2 }), failure(code), { isOnline: false });
    assert.equal(next.status, 'queued', code);
    assert.equal(next.failures, 2, code);
    assert.deepEqual(next.refusedBy, [], code);
  }
  assert.equal(failedWith(itemIn('running fetch'), failure('no-write-access'), { isOnline: false }).status, 'failed');
});

test('a probe that found nothing is a failure of no carrier', () => {
  const probe = { kind: 'failed', failure: failure('server-error') } as const;
  const event = { type: 'probed', attempt: 3, probe, isHad: false, placed: NOWHERE } as const;
  const { item } = transition(itemIn('probing', { failures: 2, furthest: 700 }), event, termsWith());
  assert.ok(item.status === 'failed');
  assert.equal(item.carrier, null);
  assert.equal(item.failures, 3);
  assert.equal(item.furthest, 700);
});

test('a certificate that the browser refuses is the user’s matter, at once', () => {
  assert.equal(failedWith(itemIn('running download'), failure('bad-certificate')).status, 'failed');
});

test('failed says in the log what the server or the browser said', () => {
  const noteOf = (detail: string | null): unknown => {
    const before = itemIn('running download');
    return failedWith(before, failure('server-error', detail)).log.slice(before.log.length);
  };
  assert.deepEqual(noteOf(null), [{ at: NOW, what: 'failed', detail: 'server-error' }]);
  assert.deepEqual(noteOf('HTTP 502'), [{ at: NOW, what: 'failed', detail: 'server-error (HTTP 502)' }]);
});

test('a carrier that an item had refused already is not noted twice', () => {
  // A download that was given up for this time has begun late, and gone on.
  const item = itemIn('running download', { refusedBy: ['browser-download'] });
  const event = { type: 'failed', attempt: 3, reason: failure('refused'), bytes: 0 } as const;
  assert.deepEqual(transition(item, event, termsWith()).item.refusedBy, ['browser-download']);
});
