import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeByKey } from '../../../popup/view/place-by-key.ts';

test('in tiles: four columns, ten of them, two rows in view', () => {
  const table: [key: string, from: number, to: number | null][] = [
    ['ArrowRight', 0, 1],
    ['ArrowRight', 3, 4],
    ['ArrowRight', 9, 9],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 5, 9],
    ['ArrowDown', 7, 9],
    ['ArrowUp', 9, 5],
    ['ArrowUp', 2, 2],
    ['PageDown', 0, 4],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['x', 2, null],
  ];
  for (const [key, from, to] of table) assert.equal(placeByKey(key, from, 10, 4, 2), to, `${key} from ${from}`);
});

test('in a list arrows to the side lead nowhere', () => {
  assert.equal(placeByKey('ArrowRight', 2, 10, 1, 5), null);
  assert.equal(placeByKey('ArrowDown', 2, 10, 1, 5), 3);
  assert.equal(placeByKey('ArrowDown', 0, 0, 4, 5), null);
});
