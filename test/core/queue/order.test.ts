import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keysAfter, keysBefore, keysBetween } from '../../../src/core/queue/order.ts';

/** IndexedDB and `<` compare text by its UTF-16 units: so do these. */
function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

const counts = fc.array(fc.tuple(fc.boolean(), fc.nat(40)), { maxLength: 12 });

test('keys that are added at either end, again and again, sort as plain text in the order of the list', () => {
  fc.assert(
    fc.property(counts, pieces => {
      let list: readonly string[] = [];
      for (const [isAfter, count] of pieces) {
        const fresh = isAfter ? keysAfter(list.at(-1) ?? null, count) : keysBefore(list[0] ?? null, count);
        assert.equal(fresh.length, count);
        list = isAfter ? [...list, ...fresh] : [...fresh, ...list];
      }
      assert.deepEqual([...list].sort(byText), list);
      assert.equal(new Set(list).size, list.length);
    }),
  );
});

test('a hundred thousand keys stay short', () => {
  const keys = keysAfter(null, 100_000);
  assert.equal(new Set(keys).size, 100_000);
  assert.ok(keys.every((key, index) => index === 0 || byText(keys[index - 1] ?? '', key) < 0));
  assert.ok(Math.max(...keys.slice(-1_000).map(key => key.length)) <= 8);
});

test('an empty list begins at the same key from both ends', () => {
  assert.deepEqual(keysAfter(null, 1), keysBefore(null, 1));
  assert.deepEqual(keysAfter('a0', 0), []);
});

test('keys that are put anywhere, again and again, sort as plain text in the order of the list', () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.nat(5)), { maxLength: 40 });
  fc.assert(
    fc.property(moves, places => {
      let list: readonly string[] = keysAfter(null, 3);
      for (const [place, count] of places) {
        const index = place % (list.length + 1);
        const fresh = keysBetween(list[index - 1] ?? null, list[index] ?? null, count);
        assert.equal(fresh.length, count);
        list = [...list.slice(0, index), ...fresh, ...list.slice(index)];
      }
      assert.deepEqual([...list].sort(byText), list);
      assert.equal(new Set(list).size, list.length);
    }),
  );
});

test('between an open end and a neighbour is before or after it; between two open ends is an empty list', () => {
  assert.deepEqual(keysBetween('a5', null, 3), keysAfter('a5', 3));
  assert.deepEqual(keysBetween(null, 'a5', 3), keysBefore('a5', 3));
  assert.deepEqual(keysBetween(null, null, 3), keysAfter(null, 3));
  assert.deepEqual(keysBetween('a1', 'a2', 0), []);
});

test('a thousand moves to one and the same place keep the keys below a kilobyte', () => {
  let after = 'a1';
  for (let count = 0; count < 1_000; count += 1) [after = ''] = keysBetween('a0', after, 1);
  assert.ok(byText('a0', after) < 0 && after.length < 1_000, `${after.length}`);
});
