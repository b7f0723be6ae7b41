import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { Happening } from '../../../src/core/queue/event.ts';
import { followAll } from '../../../src/core/queue/follow.ts';
import type { Verdict } from '../../../src/core/queue/reconcile.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, OWN_DOWNLOAD, type StageName, termsWith } from '../make-item.ts';

const HALTED: Happening = { type: 'halted' };
const STARTED: Happening = { type: 'started', downloadId: OWN_DOWNLOAD };
const STALLED: Happening = { type: 'failed', reason: failure('stalled'), bytes: 0 };
const COMPLETED: Happening = { type: 'completed', path: '/d/f', bytes: 1 };

function verdictOf(id: string, ...happenings: readonly Happening[]): Verdict {
  return { id, events: happenings.map(happening => ({ attempt: 3, ...happening })) };
}

/** What happens to an item in one look, one thing after the other, and what becomes of it. */
for (const [stage, happenings, words] of [
  ['asking download', [STARTED, COMPLETED], 'done'],
  ['asking download', [STARTED, HALTED], 'queued held: hold 7'],
  ['asking download', [HALTED, STARTED], 'queued held: hold 7'],
  ['asking save', [STARTED, COMPLETED], 'done: release own'],
  ['running fetch', [STALLED, HALTED], 'waiting: stop one.3'],
  ['running fetch', [HALTED, STALLED], 'queued: stop one.3'],
  ['running fetch', [{ type: 'missing' }, HALTED], 'queued: stop one.3'],
  ['running missing', [{ type: 'found' }, HALTED], 'queued: stop one.3'],
  ['running download', [COMPLETED, HALTED], 'done'],
  ['running download', [{ type: 'lost', with: 'browser' }, HALTED], 'queued: stop 7'],
  ['collecting', [HALTED], 'same'],
] as const satisfies readonly (readonly [StageName, readonly Happening[], string])[]) {
  test(`followAll: ${stage}: ${happenings.map(({ type }) => type).join(', then ')} → ${words}`, () => {
    const before = itemIn(stage);
    const [change] = followAll([before], [verdictOf('one', ...happenings)], termsWith());
    assert.ok(change !== undefined);
    assert.equal(changeInWords(before, change), words);
  });
}

test('followAll: the verdicts of several judges on one item are taken in their order', () => {
  const before = itemIn('asking download');
  const changes = followAll([before], [verdictOf('one', STARTED), verdictOf('one', HALTED)], termsWith());
  assert.deepEqual(
    changes.map(change => changeInWords(before, change)),
    ['queued held: hold 7'],
  );
});

test('followAll: an item that nothing happened to is left out, and a verdict on a stranger is nobody’s', () => {
  const items = ['a', 'b', 'c'].map(id => itemIn('running fetch', { id }));
  const changes = followAll(
    items,
    [verdictOf('c', HALTED), verdictOf('x', HALTED), verdictOf('a', HALTED)],
    termsWith(),
  );
  assert.deepEqual(
    changes.map(({ item }) => [item.id, item.status]),
    [
      ['a', 'queued'],
      ['c', 'queued'],
    ],
  );
});
