import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keysAfter, keysBefore } from '../../../src/core/queue/order.ts';

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
