import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourByKey } from '../../../../popup/view/options/week-keys.ts';

const WIDE = { order: [1, 2, 3, 4, 5, 6, 0], isTall: false, isRightToLeft: false };
const [MONDAY, TUESDAY, SUNDAY] = [24, 48, 0];

test('in a wide week the hours run across and the days down', () => {
  assert.equal(hourByKey('ArrowRight', MONDAY + 5, WIDE), MONDAY + 6);
  assert.equal(hourByKey('ArrowLeft', MONDAY + 5, WIDE), MONDAY + 4);
  assert.equal(hourByKey('ArrowDown', MONDAY + 5, WIDE), TUESDAY + 5);
  assert.equal(hourByKey('ArrowUp', TUESDAY + 5, WIDE), MONDAY + 5);
  assert.equal(hourByKey('Home', MONDAY + 5, WIDE), MONDAY);
  assert.equal(hourByKey('End', MONDAY + 5, WIDE), MONDAY + 23);
});

test('in a tall week it is the other way round', () => {
  const tall = { ...WIDE, isTall: true };
  assert.equal(hourByKey('ArrowRight', MONDAY + 5, tall), TUESDAY + 5);
  assert.equal(hourByKey('ArrowDown', MONDAY + 5, tall), MONDAY + 6);
  assert.equal(hourByKey('End', MONDAY + 5, tall), SUNDAY + 5);
});

test('from right to left, the arrows go where they point', () => {
  const arabic = { ...WIDE, isRightToLeft: true };
  assert.equal(hourByKey('ArrowLeft', MONDAY + 5, arabic), MONDAY + 6);
  assert.equal(hourByKey('ArrowRight', MONDAY + 5, arabic), MONDAY + 4);
});

test('at the edges it stays, and other keys lead nowhere', () => {
  assert.equal(hourByKey('ArrowUp', MONDAY + 5, WIDE), MONDAY + 5);
  assert.equal(hourByKey('ArrowRight', MONDAY + 23, WIDE), MONDAY + 23);
  assert.equal(hourByKey('ArrowDown', SUNDAY + 5, WIDE), SUNDAY + 5);
  assert.equal(hourByKey('a', MONDAY, WIDE), null);
});
