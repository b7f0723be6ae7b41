import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropAt, scrollStep } from '../../../../popup/view/manager/drop-line.ts';

/** Three lines of 40 px below a head of 100. They may be rendered in any order. */
const STRIPES = [
  { id: 'b', top: 140, bottom: 180 },
  { id: 'a', top: 100, bottom: 140 },
  { id: 'c', top: 180, bottom: 220 },
];

test('what is held falls at the nearest edge between two lines', () => {
  assert.deepEqual(dropAt(90, STRIPES), { id: 'a', isBehind: false, y: 100 });
  assert.deepEqual(dropAt(119, STRIPES), { id: 'a', isBehind: false, y: 100 });
  assert.deepEqual(dropAt(121, STRIPES), { id: 'b', isBehind: false, y: 140 });
  assert.deepEqual(dropAt(199, STRIPES), { id: 'c', isBehind: false, y: 180 });
  assert.deepEqual(dropAt(500, STRIPES), { id: 'c', isBehind: true, y: 220 });
  assert.equal(dropAt(100, []), null);
});

test('near an edge the list scrolls, the faster the nearer, and not in between', () => {
  assert.equal(scrollStep(300, 100, 500), 0);
  assert.equal(scrollStep(120, 100, 500), -8);
  assert.equal(scrollStep(100, 100, 500), -16);
  assert.equal(scrollStep(0, 100, 500), -16, 'no faster beyond it');
  assert.equal(scrollStep(480, 100, 500), 8);
  assert.equal(scrollStep(900, 100, 500), 16);
});
