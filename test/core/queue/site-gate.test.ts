import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { Effect } from '../../../src/core/queue/effect.ts';
import { inStage, type QueueItem } from '../../../src/core/queue/item.ts';
import { LONGEST_WAIT } from '../../../src/core/queue/retry.ts';
import { gatesAfter, isShut, type SiteGate } from '../../../src/core/queue/site-gate.ts';
import { type Change } from '../../../src/core/queue/change.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, PARTS_PLAN, STAGE_NAMES, type StageName, termsWith } from '../make-item.ts';

for (const [what, ms, isIt] of [
  ['a moment yet', 1, true],
  ['now', 0, false],
  ['over', -1, false],
  ['as long as can be', LONGEST_WAIT, true],
  ['longer than can be', LONGEST_WAIT + 1, false],
  ['years', 1_000 * 86_400_000, false],
] as const) {
  test(`isShut: ${what} (${ms} ms) → ${isIt}`, () => {
    for (const why of ['retry-after', 'delay'] as const)
      assert.equal(isShut({ site: 'a.test', until: NOW + ms, why }, NOW), isIt);
  });
}

test('no gate that the queue itself shuts is taken for one of a clock that was set back', () => {
  const day = 24 * 3_600_000;
  assert.ok(isShut({ site: 'a.test', until: NOW + day, why: 'retry-after' }, NOW));
  assert.ok(LONGEST_WAIT > day + 60_000);
});

interface Around {
  readonly delay?: number;
  readonly random?: () => number;
}

function gatesOf(changes: readonly Change[], { delay = 0, random = () => 0.5 }: Around = {}): readonly SiteGate[] {
  return gatesAfter(changes, { now: NOW, delay, random });
}

const URL_OF_A = 'https://cdn.a.test/file.zip';

function failed(retryAfter: number | null, attempts = 3): Change {
  const before = itemIn('running download', { url: URL_OF_A });
  const reason = failure('rate-limited', 'HTTP 429', retryAfter);
  return transition(before, { type: 'failed', attempt: 3, reason, bytes: 0 }, termsWith({ attempts }));
}

test('a server that says when to come again is left alone by its whole site until then', () => {
  assert.deepEqual(gatesOf([failed(77_000)]), [{ site: 'a.test', until: NOW + 77_000, why: 'retry-after' }]);
});

test('a server that says it to the last attempt of an item is left alone all the same', () => {
  const last = failed(77_000, 1);
  assert.equal(last.item.status, 'failed');
  assert.deepEqual(gatesOf([last]), [{ site: 'a.test', until: NOW + 77_000, why: 'retry-after' }]);
});

test('an item that failed long ago shuts nothing when it is moved in the list', () => {
  const reason = failure('rate-limited', 'HTTP 429', 77_000);
  const failedAt = (endedAt: number): QueueItem =>
    inStage(itemIn('queued', { url: URL_OF_A, order: 'b1' }), { status: 'failed', reason, carrier: null, endedAt });
  assert.deepEqual(gatesOf([{ item: failedAt(NOW - 77_000), effects: [] }]), []);
  const until = NOW + 7_000;
  assert.deepEqual(gatesOf([{ item: failedAt(NOW - 70_000), effects: [] }]), [
    { site: 'a.test', until, why: 'retry-after' },
  ]);
});

test('a wait of our own shuts nothing', () => {
  assert.deepEqual(gatesOf([failed(null)]), []);
});

test('what the server asked for is not asked for a second time when it is over', () => {
  const reason = failure('rate-limited', null, 77_000);
  const waiting = (dueAt: number): QueueItem => inStage(itemIn('queued'), { status: 'waiting', dueAt, reason });
  assert.deepEqual(gatesOf([{ item: waiting(NOW), effects: [] }]), []);
  assert.deepEqual(gatesOf([{ item: waiting(NOW - 1), effects: [] }]), []);
  assert.equal(gatesOf([{ item: waiting(NOW + 1), effects: [] }]).length, 1);
  const { item } = transition(waiting(NOW), { type: 'due' }, termsWith());
  assert.deepEqual(gatesOf([{ item, effects: [] }]), []);
});

/** Which changes are starts: the stage that is changed into, and what is done then. */
const STARTS: readonly (readonly [stage: StageName, effect: Effect, isStart: boolean])[] = [
  ['probing', { do: 'probe' }, true],
  ['asking download', { do: 'ask', with: [] }, true],
  ['asking fetch', { do: 'ask', with: [] }, true],
  ['running download', { do: 'go-on', downloadId: 7 }, true],
  ['collecting', { do: 'collect' }, false],
  ['asking save', { do: 'save' }, false],
  ['paused held', { do: 'hold', downloadId: 7 }, false],
  ['done', { do: 'release', objectUrl: 'blob:own' }, false],
  ['cancelled', { do: 'stop', job: { carrier: 'browser-download', downloadId: 7 } }, false],
];

for (const [stage, effect, isStart] of STARTS) {
  test(`with a delay, ${effect.do} → ${stage} ${isStart ? 'shuts' : 'leaves open'} the gate of its site`, () => {
    const change = { item: itemIn(stage, { url: URL_OF_A }), effects: [effect] };
    const gate: SiteGate = { site: 'a.test', until: NOW + 12_500, why: 'delay' };
    assert.deepEqual(gatesOf([change], { delay: 10_000 }), isStart ? [gate] : []);
    assert.deepEqual(gatesOf([change]), [], 'the user wants no delay');
  });
}

test('what only changes where an item is shuts nothing', () => {
  for (const stage of STAGE_NAMES)
    assert.deepEqual(gatesOf([{ item: itemIn(stage), effects: [] }], { delay: 10_000 }), [], stage);
});

for (const [random, wait] of [
  [0, 10_000],
  [0.5, 12_500],
  [0.999, 14_995],
] as const) {
  test(`a delay of 10 s is at least that, and up to half as much again: by chance ${random} → ${wait} ms`, () => {
    const change: Change = { item: itemIn('probing'), effects: [{ do: 'probe' }] };
    const [gate] = gatesOf([change], { delay: 10_000, random: () => random });
    assert.deepEqual(gate, { site: 'files.test', until: NOW + wait, why: 'delay' });
  });
}

test('each start has its own chance', () => {
  const chances = [0, 1];
  const start = (url: string): Change => ({ item: itemIn('probing', { url }), effects: [{ do: 'probe' }] });
  const changes = [start('https://a.test/1'), failed(null), start('https://b.test/1')];
  assert.deepEqual(gatesOf(changes, { delay: 10_000, random: () => chances.shift() ?? 0.5 }), [
    { site: 'a.test', until: NOW + 10_000, why: 'delay' },
    { site: 'b.test', until: NOW + 15_000, why: 'delay' },
  ]);
});

test('of several gates of one site the longest counts, in whatever order they come', () => {
  const start: Change = { item: itemIn('probing', { url: 'https://a.test/1' }), effects: [{ do: 'probe' }] };
  const delayed: SiteGate = { site: 'a.test', until: NOW + 12_500, why: 'delay' };
  const asked: SiteGate = { site: 'a.test', until: NOW + 77_000, why: 'retry-after' };
  for (const changes of [
    [start, failed(77_000)],
    [failed(77_000), start],
    [failed(5_000), failed(77_000), start],
  ])
    assert.deepEqual(gatesOf(changes, { delay: 10_000 }), [asked]);
  assert.deepEqual(gatesOf([start, failed(5_000)], { delay: 10_000 }), [delayed]);
  assert.deepEqual(gatesOf([failed(5_000), start], { delay: 10_000 }), [delayed]);
});

test('a server that asks to be left alone is, while the parts that it gave are put away', () => {
  const dueAt = NOW + 60_000;
  const reason = failure('rate-limited', 'HTTP 429', 60_000);
  const item = inStage(itemIn('keeping'), {
    status: 'saving',
    step: 'keeping',
    plan: PARTS_PLAN,
    afterwards: { status: 'waiting', dueAt, reason },
  });
  const gates = gatesAfter([{ item, effects: [] }], { now: NOW, delay: 0, random: () => 0 });
  assert.deepEqual(gates, [{ site: 'files.test', until: dueAt, why: 'retry-after' }]);
});
