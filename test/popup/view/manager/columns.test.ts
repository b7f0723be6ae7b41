import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastWidthOf, tracksOf } from '../../../../popup/view/manager/columns.ts';

test('columns that share the room have their least width, the others keep theirs', () => {
  assert.equal(tracksOf(['name', 'size']), 'minmax(220px, 3fr) 88px');
});

test('the least width of the table has every column, the gaps and the edges', () => {
  assert.equal(leastWidthOf(['name', 'size']), 24 + 220 + 12 + 88 + 24);
});
