import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretchesOf, summaryOf } from '../../../../popup/view/manager/parts-picture.ts';
import type { Piece } from '../../../../src/core/queue/pieces.ts';

const PIECES: readonly Piece[] = [
  { first: 0, last: 49, state: 'here', carrier: 'background-fetch' },
  { first: 50, last: 74, state: 'coming', carrier: 'background-fetch' },
  { first: 75, last: 99, state: 'missing', carrier: null },
];

test('stretches are as wide as their ranges are long', () => {
  assert.deepEqual(
    stretchesOf(PIECES).map(({ start, share, look }) => [start, share, look]),
    [
      [0, 0.5, 'here-fetch'],
      [0.5, 0.25, 'coming'],
      [0.75, 0.25, 'missing'],
    ],
  );
});

test('who has brought a stretch is told apart', () => {
  const [stretch] = stretchesOf([{ first: 0, last: 9, state: 'here', carrier: 'browser-download' }]);
  assert.equal(stretch?.look, 'here-browser');
});

test('the picture in figures; bytes beyond the whole are none', () => {
  assert.deepEqual(summaryOf(PIECES, 60), { percent: 60, here: 1, coming: 1, missing: 1 });
  assert.equal(summaryOf(PIECES, 500).percent, 100);
  assert.equal(summaryOf([], 5).percent, null);
});
