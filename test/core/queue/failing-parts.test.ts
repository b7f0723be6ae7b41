import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type FailureCode } from '../../../src/core/carriers/failure.ts';
import { type QueueItem } from '../../../src/core/queue/item.ts';
import { isKeeping } from '../../../src/core/queue/keeping.ts';
import type { Change } from '../../../src/core/queue/change.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { itemIn, NOW, type StageName, termsWith } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';
import { effectInWords } from '../in-words.ts';

function failedWith(before: QueueItem, code: FailureCode, bytes = 0): Change {
  const event = { type: 'failed', attempt: before.attempt, reason: failure(code), bytes } as const;
  return transition(before, event, termsWith({ attempts: 9 }));
}

/** The failure, where the item rests after it, and what becomes of its parts; `in whole`: it is never asked in parts again. */
const FAILURES: readonly (readonly [code: FailureCode, rest: string, parts: 'kept' | 'dropped' | 'in whole'])[] = [
  ['wrong-checksum', 'failed', 'dropped'],
  ['changed', 'waiting', 'dropped'],
  ['no-parts', 'waiting', 'in whole'],
  ['interrupted', 'waiting', 'kept'],
  ['stalled', 'waiting', 'kept'],
  ['timed-out', 'waiting', 'kept'],
  ['offline', 'waiting', 'kept'],
  ['server-error', 'waiting', 'kept'],
  ['rate-limited', 'waiting', 'kept'],
  ['wrong-size', 'waiting', 'kept'],
  ['unreadable', 'queued', 'kept'],
  ['refused', 'queued', 'kept'],
  ['quota-exceeded', 'queued', 'kept'],
  ['not-found', 'failed', 'kept'],
  ['forbidden', 'failed', 'kept'],
  ['no-write-access', 'failed', 'kept'],
];

for (const [code, rest, parts] of FAILURES) {
  for (const inWhole of [false, true]) {
    test(`${code}, ${inWhole ? 'in whole before' : 'in parts before'} → ${rest}, ${parts}`, () => {
      const { item, effects } = failedWith(itemIn('running parts', { kept: keptOf(0, 1), inWhole }), code);
      assert.ok(isKeeping(item));
      assert.equal(item.afterwards.status, rest);
      assert.deepEqual(item.kept, parts === 'kept' ? keptOf(0, 1) : null);
      assert.equal(item.inWhole, inWhole || parts === 'in whole');
      const words = effects.map(effectInWords).join(', ');
      assert.equal(words, parts === 'kept' ? 'keep' : 'forget-parts, keep');
    });
  }
}

test('a full disk holds everything, and nothing that is here is lost', () => {
  const { item, effects } = failedWith(itemIn('running parts', { kept: keptOf(0, 1), failures: 2 }), 'disk-full');
  assert.ok(isKeeping(item) && item.afterwards.status === 'queued');
  assert.deepEqual([item.kept, item.failures], [keptOf(0, 1), 2]);
  assert.deepEqual(effects.map(effectInWords), ['hold-all', 'keep']);
});

/** Chromium drops compressed parts without a word: no byte ever comes. */
for (const [what, stage, bytes, kept, inWhole] of [
  ['no byte came of any part', 'running parts', 0, null, true],
  ['bytes came', 'running parts', 1, null, false],
  ['parts came before', 'running parts', 0, keptOf(0), false],
  ['no byte came of the whole', 'running fetch', 0, null, false],
] as const) {
  test(`stalled: ${what} → ${inWhole ? 'in whole from now on' : 'as before'}`, () => {
    assert.equal(failedWith(itemIn(stage, { kept }), 'stalled', bytes).item.inWhole, inWhole);
  });
}

test('where nothing is kept nothing is forgotten', () => {
  for (const code of ['changed', 'no-parts', 'wrong-checksum'] as const)
    assert.deepEqual(failedWith(itemIn('collecting'), code).effects, [], code);
});

test('a file that has changed is asked for in parts once more, and then in whole', () => {
  const first = failedWith(itemIn('collecting'), 'changed').item;
  assert.deepEqual([first.kept, first.inWhole], [null, false]);
  const again = { log: first.log, kept: keptOf(0) };
  const second = failedWith(itemIn('running parts', again), 'changed').item;
  assert.deepEqual([second.kept, second.inWhole], [null, true]);
});

test('a file that changes after another failure is asked for in parts', () => {
  const changed = failedWith(itemIn('collecting'), 'changed').item;
  const cut = failedWith(itemIn('collecting', { log: changed.log }), 'interrupted').item;
  assert.equal(failedWith(itemIn('collecting', { log: cut.log }), 'changed').item.inWhole, false);
});

test('what lies between two changes, but a failure, makes no difference', () => {
  const changed = failedWith(itemIn('collecting'), 'changed').item;
  const log = [
    ...changed.log,
    { at: NOW, what: 'probed', detail: 'x' },
    { at: NOW, what: 'lost', detail: null },
  ] as const;
  assert.equal(failedWith(itemIn('collecting', { log }), 'changed').item.inWhole, true);
});

test('without a network the failure says the same of the parts', () => {
  const offline = termsWith({ isOnline: false });
  const after = (code: FailureCode): QueueItem => {
    const event = { type: 'failed', attempt: 3, reason: failure(code), bytes: 0 } as const;
    return transition(itemIn('running parts', { kept: keptOf(0) }), event, offline).item;
  };
  assert.deepEqual(after('offline').kept, keptOf(0));
  assert.equal(after('changed').kept, null);
  assert.equal(after('no-parts').inWhole, true);
});

/** Whether the parts that are here outlive a loss, a halt and a pause, wherever the item is. */
for (const stage of ['probing', 'asking parts', 'running parts', 'collecting'] satisfies readonly StageName[]) {
  test(`what is here is kept over a loss and a halt: ${stage}`, () => {
    const before = itemIn(stage, { kept: keptOf(0, 3) });
    const lost = transition(before, { type: 'lost', attempt: 3, with: 'browser' }, termsWith());
    const halted = transition(before, { type: 'halted', attempt: 3 }, termsWith());
    for (const { item, effects } of [lost, halted]) {
      assert.deepEqual(item.kept, keptOf(0, 3));
      assert.ok(!effects.some(effect => effect.do === 'forget-parts'));
    }
  });
}

test('a file that is done needs its parts no more', () => {
  const event = { type: 'completed', attempt: 3, path: '/d/file.zip', bytes: 33_554_432 } as const;
  const { item, effects } = transition(itemIn('writing', { kept: keptOf(0, 1, 2, 3) }), event, termsWith());
  assert.ok(item.status === 'done' && item.kept === null);
  assert.deepEqual(effects.map(effectInWords), ['release own', 'forget-parts']);
});

test('a failure for good keeps the parts for a retry, and the end throws them away', () => {
  const { item } = failedWith(itemIn('running parts', { kept: keptOf(0) }), 'not-found');
  const { item: failed } = transition(item, { type: 'stopped', attempt: 3 }, termsWith());
  assert.equal(failed.status, 'failed');
  assert.deepEqual(failed.kept, keptOf(0));
});
