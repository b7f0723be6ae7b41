import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberEntry } from '../../../../popup/view/options/number-entry.ts';

const BOUNDS = { least: 1, most: 16 };

test('whole numbers within the bounds are taken', () => {
  assert.deepEqual(
    ['1', ' 16 ', '007'].map(text => numberEntry(text, BOUNDS)),
    [1, 16, 7],
  );
});

test('all else is not', () => {
  for (const text of ['', '0', '17', '1.5', '1e1', '-1', 'x', '９'])
    assert.equal(numberEntry(text, BOUNDS), null, text);
});
