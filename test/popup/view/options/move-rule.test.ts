import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moved, placeAt } from '../../../../popup/view/options/move-rule.ts';

test('a row goes up, down, and no further than the ends', () => {
  const list = ['a', 'b', 'c', 'd'];
  assert.deepEqual(moved(list, 2, 0), ['c', 'a', 'b', 'd']);
  assert.deepEqual(moved(list, 0, 2), ['b', 'c', 'a', 'd']);
  assert.deepEqual(moved(list, 1, 9), ['a', 'c', 'd', 'b']);
  assert.deepEqual(moved(list, 1, -3), ['b', 'a', 'c', 'd']);
  assert.equal(moved(list, 7, 0), list);
});

test('nothing is lost or doubled, and the way back leads back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      const there = moved(list, from, to);
      assert.equal(there[to], list[from]);
      assert.deepEqual(moved(there, to, from), list);
    }),
  );
});

test('the pointer is above the middle of the row that the dragged one would push down', () => {
  const middles = [10, 30, 50, 70];
  for (const [pointer, from, place] of [
    [50, 2, 2],
    [29, 2, 1],
    [31, 2, 2],
    [-5, 2, 0],
    [71, 2, 3],
    [51, 0, 2],
    [900, 0, 3],
  ] as const)
    assert.equal(placeAt(pointer, middles, from), place, `${pointer} from ${from}`);
});
