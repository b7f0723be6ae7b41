import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueEvent, Terms } from '../../../src/core/queue/event.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, termsWith } from '../make-item.ts';

function lostWith(by: 'worker' | 'browser', before: QueueItem, terms: Partial<Terms> = {}): QueueItem {
  return transition(before, { type: 'lost', attempt: before.attempt, with: by }, termsWith(terms)).item;
}

/** Losses in a row before this one, a random number, and ms to wait; null where it goes back into the queue. */
for (const [losses, random, wait] of [
  [0, 0.75, null],
  [1, 0.75, null],
  [2, 0.75, null],
  [3, 0.75, 1_500],
  [4, 0.75, 3_000],
  [5, 0.75, 6_000],
  [5, 0, 1_000],
  [50, 0.5, 300_000],
] as const) {
  const outcome = wait === null ? 'queued' : `waiting for ${wait} ms`;
  test(`lost with the worker after ${losses} losses in a row, by chance ${random} → ${outcome}`, () => {
    const next = lostWith('worker', itemIn('running fetch', { losses }), { random: () => random });
    assert.equal(next.losses, losses + 1);
    assert.equal(next.status === 'waiting' ? next.dueAt - NOW : null, wait);
    assert.equal(next.status, wait === null ? 'queued' : 'waiting');
  });
}

test('an item that is held back says why, without blaming anybody', () => {
  const next = lostWith('worker', itemIn('collecting', { losses: 3, failures: 2, refusedBy: ['background-fetch'] }));
  assert.ok(next.status === 'waiting');
  assert.deepEqual(next.reason, { code: 'lost', detail: null, retryAfter: null });
  assert.equal(next.failures, 2);
  assert.deepEqual(next.refusedBy, ['background-fetch']);
  assert.deepEqual(next.log.slice(1), [{ at: NOW, what: 'lost', detail: null }]);
});

test('a loss counts no failure, however often it comes and however few attempts may fail', () => {
  let item = itemIn('running download', { failures: 2, furthest: 900 });
  for (let count = 1; count <= 20; count += 1) {
    const { losses, failures, furthest, status } = lostWith('worker', item, { attempts: 1 });
    assert.deepEqual([losses, failures, furthest, status], [count, 2, 900, count > 3 ? 'waiting' : 'queued']);
    item = itemIn('running download', { losses, failures, furthest });
  }
});

test('a browser that was closed has lost nothing that counts, and ends the row', () => {
  for (const losses of [0, 3, 50]) {
    const next = lostWith('browser', itemIn('running fetch', { losses, failures: 2 }));
    assert.ok(next.status === 'queued' && next.held === null);
    assert.deepEqual([next.losses, next.failures], [0, 2]);
    assert.deepEqual(next.log.slice(1), [{ at: NOW, what: 'lost', detail: null }]);
  }
});

test('a browser that was closed takes along what it held; the item stays where it is', () => {
  const learnt = { losses: 2, failures: 1, furthest: 900 } as const;
  const lost: QueueEvent = { type: 'lost', attempt: 3, with: 'browser' };
  for (const [stage, bare] of [
    ['queued held', 'queued'],
    ['paused held', 'paused'],
  ] as const) {
    const { item, effects } = transition(itemIn(stage, learnt), lost, termsWith());
    assert.deepEqual(item, itemIn(bare, learnt));
    assert.deepEqual(effects, [{ do: 'stop', job: { carrier: 'browser-download', downloadId: 7 } }]);
    const before = itemIn(bare, learnt);
    assert.equal(transition(before, lost, termsWith()).item, before, 'nothing was held');
  }
});

test('a worker that died takes nothing along that was held', () => {
  for (const stage of ['queued held', 'paused held'] as const) {
    const before = itemIn(stage);
    assert.equal(lostWith('worker', before), before);
  }
});

test('a completion ends the row', () => {
  const completed: QueueEvent = { type: 'completed', attempt: 3, path: '/d/f', bytes: 1 };
  for (const stage of ['writing', 'running download'] as const)
    assert.equal(transition(itemIn(stage, { losses: 3 }), completed, termsWith()).item.losses, 0);
});

test('neither the wait nor the next start ends the row', () => {
  const waiting = lostWith('worker', itemIn('probing', { losses: 3 }));
  const queued = transition(waiting, { type: 'due' }, termsWith()).item;
  const probing = transition(queued, { type: 'picked' }, termsWith()).item;
  assert.deepEqual([queued.losses, probing.losses, probing.attempt], [4, 4, 4]);
  const next = lostWith('worker', probing, { random: () => 0.75 });
  assert.equal(next.status === 'waiting' ? next.dueAt - NOW : next.status, 3_000);
});

test('offline or with a network that comes and goes a loss is a loss', () => {
  for (const terms of [{ isOnline: false }, { isFlapping: true }]) {
    assert.equal(lostWith('worker', itemIn('running fetch'), terms).status, 'queued');
    assert.equal(lostWith('worker', itemIn('running fetch', { losses: 3 }), terms).status, 'waiting');
  }
});
