import assert from 'node:assert/strict';
import { test } from 'node:test';
import { command } from '../../../src/core/queue/command.ts';
import type { QueueEvent } from '../../../src/core/queue/event.ts';
import { type AtRest, inStage, type QueueItem } from '../../../src/core/queue/item.ts';
import type { Kept } from '../../../src/core/queue/plan.ts';
import { goingTo, isKeeping, keeping, keptPart, withFittingParts } from '../../../src/core/queue/keeping.ts';
import { NOWHERE } from '../../../src/core/queue/place.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { failure } from '../../../src/core/carriers/failure.ts';
import { DOWNLOAD_PLAN, FETCH_PLAN, itemIn, NOW, PARTS_PLAN, STAGE_NAMES, termsWith } from '../make-item.ts';
import { keptOf, planOf, QUARTERS, VERSION } from '../make-parts.ts';

function keepingItem(kept: Kept | null = null, afterwards: AtRest = { status: 'queued', held: null }) {
  const item = inStage(itemIn('keeping', { kept, failures: 2, losses: 1 }), {
    status: 'saving',
    step: 'keeping',
    plan: PARTS_PLAN,
    afterwards,
  });
  assert.ok(isKeeping(item));
  return item;
}

function told(number: 0 | 1 | 2 | 3, attempt = 3, version = VERSION): QueueEvent & { type: 'kept' } {
  return { type: 'kept', attempt, version, part: QUARTERS[number] };
}

test('isKeeping: of two stages only', () => {
  assert.deepEqual(
    STAGE_NAMES.filter(name => isKeeping(itemIn(name))),
    ['keeping', 'keeping paused'],
  );
});

test('keptPart: the first part brings its version', () => {
  const before = itemIn('running parts');
  const { item, effects } = keptPart(before, told(2));
  assert.deepEqual(item, { ...before, kept: { ...VERSION, parts: [{ ...QUARTERS[2], attempt: 3 }] } });
  assert.deepEqual(effects, []);
});

test('keptPart: a further one stands beside those that are here, with the attempt that brought it', () => {
  const { item } = keptPart(itemIn('running parts', { kept: keptOf(0), attempt: 5 }), told(2, 5));
  assert.deepEqual(item.kept, {
    ...VERSION,
    parts: [
      { ...QUARTERS[0], attempt: 3 },
      { ...QUARTERS[2], attempt: 5 },
    ],
  });
});

test('keptPart: one that is here already is not brought by anybody else', () => {
  const before = itemIn('running parts', { kept: keptOf(0, 2) });
  assert.equal(keptPart(before, told(2, 9)).item, before);
});

test('keptPart: one of another version is not kept beside those that are here', () => {
  const before = itemIn('running parts', { kept: keptOf(0) });
  assert.equal(keptPart(before, told(2, 3, { ...VERSION, validator: '"two"' })).item, before);
  assert.equal(keptPart(before, told(2, 3, { ...VERSION, total: VERSION.total + 1 })).item, before);
});

test('keptPart: one of another version than the plan’s is not kept', () => {
  for (const stage of ['asking parts', 'running parts', 'keeping'] as const) {
    const before = itemIn(stage, { attempt: 4 });
    assert.equal(keptPart(before, told(2, 3, { ...VERSION, validator: '"two"' })).item, before, stage);
  }
});

test('keptPart: who has the file or wants it no more has it thrown away', () => {
  for (const stage of ['done', 'cancelled'] as const) {
    const before = itemIn(stage);
    assert.deepEqual(keptPart(before, told(2)), { item: before, effects: [{ do: 'forget-parts' }] });
  }
});

test('keptPart: who asks for the whole has no use for it', () => {
  const before = itemIn('keeping', { inWhole: true });
  assert.deepEqual(keptPart(before, told(2)), { item: before, effects: [{ do: 'forget-parts' }] });
});

test('a part that comes after the wait has begun is there for the next attempt', () => {
  const { item } = transition(itemIn('waiting'), told(1, 2), termsWith());
  assert.equal(item.status, 'waiting');
  assert.deepEqual(item.kept?.parts, [{ ...QUARTERS[1], attempt: 2 }]);
});

const THENS: readonly AtRest[] = [
  { status: 'queued', held: null },
  { status: 'paused', held: null },
  { status: 'waiting', dueAt: NOW + 5_000, reason: failure('server-error') },
  { status: 'failed', reason: failure('gone'), carrier: 'background-fetch', endedAt: NOW },
];

for (const afterwards of THENS) {
  test(`stopped: what was put away, and then ${afterwards.status}`, () => {
    const before = keepingItem(keptOf(0, 2), afterwards);
    const { item, effects } = keeping(before, { type: 'stopped', attempt: 3 }, NOW);
    const noted = [...before.log, { at: NOW, what: 'parts-kept', detail: '2 of 4' }];
    assert.deepEqual(item, { ...inStage(before, afterwards), log: noted });
    assert.deepEqual(effects, []);
  });
}

test('stopped: where nothing is kept nothing is noted', () => {
  const before = keepingItem();
  assert.deepEqual(keeping(before, { type: 'stopped', attempt: 3 }, NOW).item.log, before.log);
});

test('unkept: all is put away once more', () => {
  const before = keepingItem(keptOf(0));
  assert.deepEqual(keeping(before, { type: 'unkept', attempt: 3 }, NOW), { item: before, effects: [{ do: 'keep' }] });
});

test('started: a registration that came late is ended', () => {
  const before = keepingItem();
  const stop = { do: 'stop', job: { carrier: 'background-fetch', registration: 'one.3' } };
  const { item, effects } = keeping(before, { type: 'started', attempt: 3, downloadId: null }, NOW);
  assert.equal(item, before);
  assert.deepEqual(effects, [stop]);
});

test('goingTo: the same item, brought elsewhere', () => {
  const before = keepingItem(keptOf(0));
  const afterwards = { status: 'paused', held: null } as const;
  assert.deepEqual(goingTo(before, afterwards), { item: { ...before, afterwards }, effects: [] });
});

function performed(item: QueueItem, wanted: 'pause' | 'resume'): QueueItem {
  const answer = command(item, wanted, NOW);
  assert.ok(typeof answer !== 'string');
  return answer.item;
}

test('a pause while parts are put away takes effect after it, and a resume takes it back', () => {
  const paused = performed(itemIn('keeping', { kept: keptOf(0) }), 'pause');
  assert.deepEqual(paused.log.at(-1), { at: NOW, what: 'paused', detail: null });
  assert.ok(isKeeping(paused) && paused.afterwards.status === 'paused');
  const resumed = performed(paused, 'resume');
  assert.deepEqual(resumed.log.at(-1), { at: NOW, what: 'resumed', detail: null });
  const { item } = transition(resumed, { type: 'stopped', attempt: 3 }, termsWith());
  assert.equal(item.status, 'queued');
  assert.deepEqual(item.kept, keptOf(0));
});

test('a pause of what waits while its parts are put away is a pause', () => {
  const waiting = { status: 'waiting', dueAt: NOW, reason: failure('server-error') } as const;
  const paused = performed(keepingItem(null, waiting), 'pause');
  assert.ok(isKeeping(paused));
  assert.deepEqual(paused.afterwards, { status: 'paused', held: null });
});

test('a pause is refused where the item has failed for good', () => {
  const failed = { status: 'failed', reason: failure('gone'), carrier: null, endedAt: NOW } as const;
  assert.equal(command(keepingItem(null, failed), 'pause', NOW), 'already-ended');
});

/** The plan, and what becomes of the parts that are here. */
for (const [what, plan, fits] of [
  ['of the same version', PARTS_PLAN, true],
  [
    'of another validator',
    { ...PARTS_PLAN, parts: { ...planOf(), version: { ...VERSION, validator: '"two"' } } },
    false,
  ],
  ['of another size', { ...PARTS_PLAN, parts: { ...planOf(), version: { ...VERSION, total: 20_000_000 } } }, false],
  ['of the whole', FETCH_PLAN, false],
  ['of a download', DOWNLOAD_PLAN, false],
] as const) {
  test(`withFittingParts: a plan ${what} → ${fits ? 'kept' : 'dropped'}`, () => {
    const before = itemIn('probing', { kept: keptOf(0, 1, 2) });
    const { item, effects } = withFittingParts(before, plan, NOW);
    if (fits) return assert.deepEqual({ item, effects }, { item: before, effects: [] });
    const log = [...before.log, { at: NOW, what: 'parts-dropped', detail: '3 of 4' }];
    assert.deepEqual(item, { ...before, kept: null, log });
    assert.deepEqual(effects, [{ do: 'forget-parts' }]);
  });

  test(`withFittingParts: a plan ${what}, where nothing is here → nothing is dropped`, () => {
    const before = itemIn('probing');
    const { item, effects } = withFittingParts(before, plan, NOW);
    assert.equal(item, before);
    assert.deepEqual(effects, []);
  });
}

test('what is dropped at a plan is gone before the browser is asked', () => {
  const probe = { kind: 'not-asked' } as const;
  const before = itemIn('probing', { kept: keptOf(0) });
  const { item, effects } = transition(
    before,
    { type: 'probed', attempt: 3, probe, isHad: false, placed: NOWHERE },
    termsWith(),
  );
  assert.equal(item.kept, null);
  assert.deepEqual(
    effects.map(effect => effect.do),
    ['forget-parts', 'ask'],
  );
});
