import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowByKey } from '../../../popup/view/row-by-key.ts';
import { scrollTo, windowRows } from '../../../popup/view/window-rows.ts';

test('windowRows', () => {
  const table: [count: number, scrolled: number, start: number, end: number][] = [
    [0, 0, 0, 0],
    [5, 0, 0, 5],
    [20_000, 0, 0, 18],
    [20_000, 5000, 92, 118],
    [20_000, 20_000 * 50 - 500, 19_982, 20_000],
    [20_000, -30, 0, 18],
  ];
  for (const [count, scrolled, start, end] of table) {
    assert.deepEqual(windowRows(count, 50, scrolled, 500), { start, end, height: count * 50 }, `${count} ${scrolled}`);
  }
});

test('a list that shrank below the place it was scrolled to has a window that is in it', () => {
  const { start, end } = windowRows(3, 50, 100_000, 500);
  assert.deepEqual([start, end], [3, 3]);
});

test('every row in view is in the window, wherever one scrolls', () => {
  for (let scrolled = 0; scrolled <= 50 * 200 - 500; scrolled += 7) {
    const { start, end } = windowRows(200, 50, scrolled, 500);
    assert.ok(start * 50 <= scrolled && end * 50 >= scrolled + 500);
  }
});

test('scrollTo', () => {
  assert.equal(scrollTo(3, 50, 0, 500), 0, 'in view');
  assert.equal(scrollTo(10, 50, 0, 500), 50, 'below');
  assert.equal(scrollTo(3, 50, 400, 500), 150, 'above');
});

test('rowByKey', () => {
  const table: [string, number, number | null][] = [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 0, 9],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    [' ', 50, null],
    ['a', 50, null],
  ];
  for (const [key, from, to] of table) assert.equal(rowByKey(key, from, 100, 10), to, key);
  assert.equal(rowByKey('End', -1, 0, 10), null);
});
