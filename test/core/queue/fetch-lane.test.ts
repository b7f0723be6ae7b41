import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asked, QueueItem } from '../../../src/core/queue/item.ts';
import { FETCH_LANE } from '../../../src/core/carriers/eligibility.ts';
import { createChooser } from '../../../src/core/queue/schedule.ts';
import { NOWHERE } from '../../../src/core/queue/place.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, type StageName, termsWith } from '../make-item.ts';
import { keptOf, VERSION } from '../make-parts.ts';
import { answered } from '../make-probe.ts';

const ROOMY = { limit: 16, hostLimit: 16, hostDelay: 0 };
const WISHED: Partial<Asked> = { wish: 'background-fetch' };

function liveIn(stages: readonly StageName[], asked: Partial<Asked> = {}): readonly QueueItem[] {
  return stages.map((stage, index) => itemIn(stage, { ...asked, id: `live${index}` }));
}

/** What is live, and whether an item that insists on a Background Fetch may start beside it. */
for (const [live, answer] of [
  [[], 'taken'],
  [['running fetch'], 'taken'],
  [['running fetch', 'asking fetch'], 'passed'],
  [['running fetch', 'running missing'], 'passed'],
  [['running fetch', 'running fetch', 'running fetch'], 'passed'],
  [['running parts', 'asking parts'], 'passed'],
  [['running fetch', 'keeping'], 'passed'],
  [['keeping paused', 'keeping'], 'passed'],
  [['keeping'], 'taken'],
  [['running fetch', 'collecting', 'asking save', 'writing'], 'taken'],
  [['running download', 'asking download', 'probing'], 'taken'],
] as const) {
  test(`the wish for a fetch beside ${live.join(', ') || 'nothing'} → ${answer}`, () => {
    const chooser = createChooser(liveIn(live), [], ROOMY, NOW);
    assert.equal(chooser.offer(itemIn('queued', WISHED)), answer);
    assert.equal(chooser.isFull(), false);
  });
}

test('a full lane keeps nobody waiting who does not insist on it', () => {
  const chooser = createChooser(liveIn(['running fetch', 'running fetch']), [], ROOMY, NOW);
  assert.equal(chooser.offer(itemIn('queued', WISHED)), 'passed');
  assert.equal(chooser.offer(itemIn('queued')), 'taken');
  assert.equal(chooser.offer(itemIn('queued', { wish: 'browser-download' })), 'taken');
});

test('the lane counts those that were taken for it, too', () => {
  const chooser = createChooser(liveIn(['running fetch']), [], ROOMY, NOW);
  const told = Array.from({ length: 3 }, () => chooser.offer(itemIn('queued', WISHED)));
  assert.deepEqual(told, ['taken', 'passed', 'passed']);
});

test('the lane counts those that are still asked about beforehand and will insist on it', () => {
  const chooser = createChooser(liveIn(['probing', 'probing'], WISHED), [], ROOMY, NOW);
  assert.equal(chooser.offer(itemIn('queued', WISHED)), 'passed');
});

test('the lane does not count those that wish for no fetch, taken or asked about', () => {
  const chooser = createChooser(liveIn(['probing', 'running fetch']), [], ROOMY, NOW);
  assert.equal(chooser.offer(itemIn('queued', { wish: 'browser-download' })), 'taken');
  assert.equal(chooser.offer(itemIn('queued', WISHED)), 'taken');
  assert.equal(chooser.offer(itemIn('queued', WISHED)), 'passed');
});

test('an item that has parts here waits for the lane rather than lose them', () => {
  const chooser = createChooser(liveIn(['running parts', 'keeping']), [], ROOMY, NOW);
  assert.equal(chooser.offer(itemIn('queued', { kept: keptOf(0) })), 'passed');
  assert.equal(chooser.offer(itemIn('queued')), 'taken');
  const roomy = createChooser(liveIn(['running parts']), [], ROOMY, NOW);
  const told = [1, 2].map(() => roomy.offer(itemIn('queued', { kept: keptOf(0) })));
  assert.deepEqual(told, ['taken', 'passed']);
});

test('an item that waits for its turn in the lane after all goes back into the queue, with its parts', () => {
  const probe = answered({ ...VERSION, hasRanges: true });
  const event = { type: 'probed', attempt: 3, probe, isHad: false, placed: NOWHERE } as const;
  const full = termsWith({ fetchesUnderWay: FETCH_LANE });
  const { item, effects } = transition(itemIn('probing', { kept: keptOf(0) }), event, full);
  assert.ok(item.status === 'queued' && item.held === null);
  assert.deepEqual([item.kept, item.failures, effects], [keptOf(0), 0, []]);
});

test('an item that has all of its parts is collected without a request', () => {
  const probe = answered({ ...VERSION, hasRanges: true });
  const event = { type: 'probed', attempt: 3, probe, isHad: false, placed: NOWHERE } as const;
  const { item, effects } = transition(itemIn('probing', { kept: keptOf(0, 1, 2, 3) }), event, termsWith());
  assert.ok(item.status === 'saving' && item.step === 'collecting');
  assert.deepEqual(effects, [{ do: 'collect' }]);
});
