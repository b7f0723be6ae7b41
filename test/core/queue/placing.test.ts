import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conflict } from '../../../src/core/naming/conflict.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import { NOWHERE, type Placed } from '../../../src/core/queue/place.ts';
import { conflictOf, isOverwriting, keptBack, ruledBy } from '../../../src/core/queue/placing.ts';
import { changeInWords } from '../in-words.ts';
import { CLASH, itemIn, NOW, RULED, type StageName, termsWith } from '../make-item.ts';

const SAME = { ...CLASH, bytes: CLASH.newBytes };
const UNKNOWN = { ...CLASH, bytes: null, newBytes: null };

/** Where the item is, what is known, what the user has set for all; and what becomes of it. */
const KEPT_BACK: readonly (readonly [
  stage: StageName,
  placed: Partial<Placed>,
  usual: 'rename' | 'skip' | 'ask',
  then: string | null,
  asked?: Partial<Asked & Travelled>,
])[] = [
  ['probing', {}, 'rename', null],
  ['probing', {}, 'ask', null],
  ['probing', { clash: CLASH }, 'rename', null],
  ['probing', { clash: CLASH }, 'skip', null],
  ['probing', { clash: SAME }, 'skip', 'cancelled by rule'],
  ['probing', { clash: SAME }, 'skip', null, { again: true }],
  ['probing', { clash: UNKNOWN }, 'skip', null],
  ['probing', { clash: CLASH }, 'ask', 'paused clash'],
  ['probing', { clash: SAME }, 'ask', 'paused clash'],
  ['probing', { clash: CLASH }, 'ask', null, { conflict: 'rename' }],
  ['probing', { clash: CLASH }, 'ask', null, { conflict: 'overwrite' }],
  ['probing', { clash: CLASH }, 'rename', 'paused clash', { conflict: 'ask' }],
  ['probing', { clash: CLASH }, 'rename', 'paused clash', { ruled: { ...RULED, conflict: 'ask' } }],
  ['probing', { clash: CLASH }, 'rename', null, { conflict: 'rename', ruled: { ...RULED, conflict: 'ask' } }],
  ['probing', { start: 'skip' }, 'rename', 'cancelled by kept-out'],
  ['probing', { start: 'skip' }, 'rename', null, { again: true }],
  ['probing', { start: 'paused' }, 'rename', 'paused'],
  ['probing', { start: 'paused', clash: CLASH }, 'ask', 'paused'],
  ['asking download', { clash: CLASH }, 'ask', 'paused clash asked'],
  ['running download', { clash: CLASH }, 'ask', 'paused clash held: hold 7'],
  ['running download', { start: 'paused' }, 'ask', 'paused held: hold 7'],
  ['running download', { start: 'skip' }, 'ask', 'cancelled by kept-out: stop 7'],
];

for (const [stage, placed, conflict, then, asked = {}] of KEPT_BACK) {
  test(`keptBack: ${stage}, ${JSON.stringify({ ...placed, ...asked })}, ${conflict} → ${then}`, () => {
    const item = itemIn(stage, asked);
    const change = keptBack(item, { ...NOWHERE, ...placed }, termsWith({ conflict }));
    assert.equal(change === null ? null : changeInWords(item, change), then);
  });
}

test('what the user is asked is told: both files, as they were found', () => {
  const change = keptBack(itemIn('probing'), { ...NOWHERE, clash: CLASH }, termsWith({ conflict: 'ask' }));
  assert.ok(change?.item.status === 'paused' && 'clash' in change.item);
  assert.deepEqual(change.item.clash, CLASH);
  assert.deepEqual(change.item.log.at(-1), { at: NOW, what: 'clash', detail: CLASH.path });
});

test('a rule is met once, and noted', () => {
  const met = ruledBy(itemIn('probing'), { ruled: RULED }, NOW);
  assert.deepEqual([met.ruled, met.log.at(-1)], [RULED, { at: NOW, what: 'ruled', detail: 'Papers' }]);
  assert.equal(ruledBy(met, { ruled: { ...RULED, rule: 'r2' } }, NOW), met);
  assert.equal(ruledBy(met, NOWHERE, NOW), met);
});

const OF_ALL: readonly (readonly [own: Conflict | null, rule: Conflict | null, usual: Conflict, conflict: Conflict])[] =
  [
    [null, null, 'rename', 'rename'],
    [null, null, 'ask', 'ask'],
    [null, 'overwrite', 'ask', 'overwrite'],
    ['skip', 'overwrite', 'ask', 'skip'],
  ];
for (const [own, rule, usual, conflict] of OF_ALL) {
  test(`conflictOf: ${own}, ${rule}, ${usual} → ${conflict}`, () => {
    const item = itemIn('probing', { conflict: own, ruled: rule === null ? null : { ...RULED, conflict: rule } });
    assert.equal(conflictOf(item, usual), conflict);
    assert.equal(isOverwriting(item), conflict === 'overwrite');
  });
}
