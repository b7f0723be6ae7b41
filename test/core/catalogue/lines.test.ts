import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../../src/core/catalogue/lines.ts';
import { rowWith } from './make-row.ts';

const group = { id: 'g', title: 'Album' };
const rows = [
  rowWith('a'),
  rowWith('m1', { group, status: 'done', endedAt: 1 }),
  rowWith('b'),
  rowWith('m2', { group }),
];

test('the items of a group stand together below its heading, where the first of them stands', () => {
  assert.deepEqual(linesOf(rows, new Set()), [
    { kind: 'item', id: 'a', isMember: false },
    { kind: 'group', id: 'g', group, isOpen: true, count: 2, done: 1 },
    { kind: 'item', id: 'm1', isMember: true },
    { kind: 'item', id: 'm2', isMember: true },
    { kind: 'item', id: 'b', isMember: false },
  ]);
});

test('a group that is folded shows its heading only', () => {
  assert.deepEqual(
    linesOf(rows, new Set(['g'])).map(({ id }) => id),
    ['a', 'g', 'b'],
  );
});
