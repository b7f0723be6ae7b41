import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import {
  ENDED_STATUSES,
  inStage,
  isLive,
  LIVE_STATUSES,
  noted,
  STATUSES,
  UNENDED_STATUSES,
} from '../../../src/core/queue/item.ts';
import { LOG_LENGTH } from '../../../src/core/queue/log.ts';
import {
  carrierOf,
  downloadIdOf,
  lastCarrierOf,
  parseRegistrationId,
  registrationId,
} from '../../../src/core/queue/item-jobs.ts';
import { itemIn, NOW, type StageName, STAGE_NAMES, STAGES } from '../make-item.ts';

const BF = 'background-fetch';
const BD = 'browser-download';
const SEEN = {
  queued: [null, null],
  'queued held': [BD, 7],
  'queued asked': [BD, null],
  probing: [null, null],
  'asking fetch': [BF, null],
  'asking download': [BD, null],
  'running fetch': [BF, null],
  'running missing': [BF, null],
  'running download': [BD, 7],
  'asking parts': [BF, null],
  'running parts': [BF, null],
  keeping: [BF, null],
  'keeping paused': [BF, null],
  collecting: [BF, null],
  'asking save': [BF, null],
  writing: [BF, 7],
  waiting: [null, null],
  needing: [null, null],
  paused: [null, null],
  'paused held': [BD, 7],
  'paused asked': [BD, null],
  'paused clash': [null, null],
  'paused clash held': [BD, 7],
  done: [BD, 7],
  failed: [null, null],
  cancelled: [null, null],
} as const satisfies Record<StageName, readonly [CarrierName | null, number | null]>;

for (const stage of STAGE_NAMES) {
  test(`carrierOf, downloadIdOf: ${stage} → ${SEEN[stage].join(', ')}`, () => {
    const item = itemIn(stage);
    assert.deepEqual([carrierOf(item), downloadIdOf(item)], SEEN[stage]);
  });
  test(`isLive: ${stage} as LIVE_STATUSES says`, () => {
    const statuses: readonly string[] = LIVE_STATUSES;
    assert.equal(isLive(itemIn(stage)), statuses.includes(STAGES[stage].status));
  });
}

test('live and ended statuses are what the limit and the list count', () => {
  assert.deepEqual(LIVE_STATUSES, ['starting', 'running', 'saving']);
  assert.deepEqual(ENDED_STATUSES, ['done', 'failed', 'cancelled']);
  assert.deepEqual([...UNENDED_STATUSES, ...ENDED_STATUSES].sort(), [...STATUSES].sort());
});

test('carrierOf tells on which carrier an item failed', () => {
  const reason = failure('gone');
  const failed = inStage(itemIn('queued'), { status: 'failed', reason, carrier: BF, endedAt: NOW });
  assert.equal(carrierOf(failed), BF);
});

test('lastCarrierOf tells which carrier was planned last, wherever the item is', () => {
  const fresh = itemIn('waiting');
  assert.equal(lastCarrierOf(fresh), null);
  const planned = noted(noted(noted(fresh, NOW, 'planned', BF), NOW, 'failed', BD), NOW, 'planned', BD);
  for (const stage of STAGE_NAMES) assert.equal(lastCarrierOf(inStage(planned, STAGES[stage])), BD, stage);
  assert.equal(lastCarrierOf(noted(planned, NOW, 'planned', BF)), BF);
  assert.equal(lastCarrierOf(noted(fresh, NOW, 'planned', 'horse')), null);
});

test('inStage carries what was asked and learnt into every stage, and nothing else', () => {
  const learnt = { failures: 2, losses: 1, furthest: 9, again: true, group: { id: 'g', title: 'Week 3' } } as const;
  const { held: _, ...common } = { held: null, ...itemIn('queued', { referrer: 'https://a.test/', ...learnt }) };
  for (const from of STAGE_NAMES) {
    for (const to of STAGE_NAMES) {
      const before = itemIn(from, { referrer: 'https://a.test/', ...learnt });
      assert.deepEqual(inStage(before, STAGES[to]), { ...common, ...STAGES[to] }, `${from} → ${to}`);
    }
  }
});

test('registrationId and parseRegistrationId are each other’s inverse, whatever the id', () => {
  const id = fc.string({ minLength: 1 }).filter(text => !/[\n\r\u2028\u2029]/.test(text));
  fc.assert(
    fc.property(id, fc.nat(), (one, attempt) => {
      assert.deepEqual(parseRegistrationId(registrationId({ id: one, attempt })), { id: one, attempt });
    }),
  );
  assert.equal(registrationId({ id: 'one', attempt: 3 }), 'one.3');
  assert.deepEqual(parseRegistrationId('a.b.12'), { id: 'a.b', attempt: 12 });
});

test('parseRegistrationId takes no registration of others for ours', () => {
  for (const theirs of ['', 'one', 'one.', '.3', 'one.x', 'one.3x', 'one.-3', 'one. 3'])
    assert.equal(parseRegistrationId(theirs), null, theirs);
});

test('noted appends, and keeps the newest entries only', () => {
  const first = itemIn('queued', { log: [] });
  const second = noted(noted(first, NOW, 'planned', 'why'), NOW + 1, 'lost');
  assert.deepEqual(second.log, [
    { at: NOW, what: 'planned', detail: 'why' },
    { at: NOW + 1, what: 'lost', detail: null },
  ]);
  let item = first;
  for (let at = 0; at < LOG_LENGTH + 5; at += 1) item = noted(item, at, 'lost');
  assert.equal(LOG_LENGTH, 40);
  assert.deepEqual(
    item.log.map(({ at }) => at),
    Array.from({ length: LOG_LENGTH }, (_, index) => index + 5),
  );
});
