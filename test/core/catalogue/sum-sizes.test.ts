import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumSizes } from '../../../src/core/catalogue/sum-sizes.ts';
import { rowWith } from './make-row.ts';

const group = { id: 'g', title: 'Group' };
const ROWS = [
  rowWith('a', { size: 10 }),
  rowWith('b', { size: 20, group }),
  rowWith('c', { size: 40, group }),
  rowWith('d', { size: null }),
];

test('sizes of what is chosen, each once, of a group all of its items; what is not known is told', () => {
  assert.deepEqual(sumSizes(ROWS, new Set(['a', 'b', 'g'])), { bytes: 70, isWhole: true });
  assert.deepEqual(sumSizes(ROWS, new Set(['a', 'd'])), { bytes: 10, isWhole: false });
  assert.deepEqual(sumSizes(ROWS, new Set()), { bytes: 0, isWhole: true });
});
