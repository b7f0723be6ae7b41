import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingEffects } from '../../../src/core/queue/effect.ts';
import { type AtRest, inStage } from '../../../src/core/queue/item.ts';
import { LOG_LENGTH } from '../../../src/core/queue/log.ts';
import { restored, UNDO_TIME } from '../../../src/core/queue/removal.ts';
import { stageOf } from '../in-words.ts';
import { failure } from '../../../src/core/carriers/failure.ts';
import { itemIn, NOW, PARTS_PLAN, type StageName, STAGE_NAMES } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';

/** Where a removed item comes back. What the browser did for it was ended when it was removed. */
const BACK = {
  queued: 'queued',
  'queued held': 'queued',
  'queued asked': 'queued',
  probing: 'queued',
  'asking fetch': 'queued',
  'asking download': 'queued',
  'running fetch': 'queued',
  'running missing': 'queued',
  'running download': 'queued',
  'asking parts': 'queued',
  'running parts': 'queued',
  keeping: 'queued',
  'keeping paused': 'paused',
  collecting: 'queued',
  'asking save': 'queued',
  writing: 'queued',
  waiting: 'waiting',
  needing: 'queued',
  paused: 'paused',
  'paused held': 'paused',
  'paused asked': 'paused',
  'paused clash': 'paused clash',
  'paused clash held': 'paused clash',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<StageName, StageName>;

const TRAVELLED = { failures: 2, losses: 1, furthest: 900, refusedBy: ['background-fetch'], again: true } as const;

for (const stage of STAGE_NAMES) {
  test(`restored: ${stage} → ${BACK[stage]}`, () => {
    assert.equal(stageOf(restored(itemIn(stage), NOW)), BACK[stage]);
  });

  test(`restored: ${stage}: what was asked and learnt is kept, and the return is noted where it goes on`, () => {
    const before = itemIn(stage, TRAVELLED);
    const { log, ...after } = restored(before, NOW);
    const { log: _, ...expected } = itemIn(BACK[stage], TRAVELLED);
    assert.deepEqual(after, expected);
    const hasEnded = ['done', 'failed', 'cancelled'].includes(stage);
    assert.deepEqual(log, hasEnded ? before.log : [...before.log, { at: NOW, what: 'restored', detail: null }]);
  });

  test(`restored: ${stage}: nothing of the browser’s is waited for any more`, () => {
    const after = restored(itemIn(stage), NOW);
    assert.deepEqual(endingEffects(after), []);
  });
}

test('restored: the parts went with the removal, wherever the item was', () => {
  for (const stage of STAGE_NAMES) assert.equal(restored(itemIn(stage, { kept: keptOf(0) }), NOW).kept, null, stage);
});

test('restored: an item whose parts were put away rests where it was to rest', () => {
  const reason = failure('gone');
  const rests: readonly AtRest[] = [
    { status: 'failed', reason, carrier: 'background-fetch', endedAt: NOW },
    { status: 'waiting', dueAt: NOW + 60_000, reason },
  ];
  for (const afterwards of rests) {
    const before = inStage(itemIn('keeping'), { status: 'saving', step: 'keeping', plan: PARTS_PLAN, afterwards });
    assert.equal(restored(before, NOW).status, afterwards.status);
  }
});

test('a log that is full stays within its length', () => {
  const log = Array.from({ length: LOG_LENGTH }, () => ({ at: NOW, what: 'lost', detail: null }) as const);
  for (const stage of ['waiting', 'running fetch', 'paused'] as const)
    assert.equal(restored(itemIn(stage, { log }), NOW).log.length, LOG_LENGTH);
});

test('a removal can be undone for ten minutes', () => {
  assert.equal(UNDO_TIME, 600_000);
});
