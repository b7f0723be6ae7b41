import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Basket, basketsToDrop, bytesOf, fitting } from '../../../src/core/links/basket.ts';
import type { FoundLink } from '../../../src/core/links/found-link.ts';

const sizes = (...bytes: readonly number[]): readonly Basket[] =>
  bytes.map((each, index) => ({ id: `${index}`, bytes: each }));

test('the oldest baskets go, and no more of them than must', () => {
  const baskets = sizes(10, 20, 30);
  const gone = (bytes: number, most: { count: number; bytes: number }): string =>
    basketsToDrop(baskets, bytes, most)
      .map(({ id }) => id)
      .join('');
  assert.equal(gone(40, { count: 4, bytes: 100 }), '');
  assert.equal(gone(41, { count: 4, bytes: 100 }), '0');
  assert.equal(gone(51, { count: 4, bytes: 100 }), '01');
  assert.equal(gone(1, { count: 3, bytes: 100 }), '0');
  assert.equal(gone(500, { count: 4, bytes: 100 }), '012');
});

test('what stays and the new one are within both bounds', () => {
  const some = fc.array(fc.nat(1_000), { maxLength: 30 });
  fc.assert(
    fc.property(some, fc.nat(1_000), fc.integer({ min: 1, max: 20 }), (all, bytes, count) => {
      const baskets = sizes(...all);
      const gone = basketsToDrop(baskets, bytes, { count, bytes: 1_000 });
      const left = baskets.slice(gone.length);
      assert.deepEqual(gone, baskets.slice(0, gone.length));
      assert.ok(left.length + 1 <= count);
      assert.ok(left.reduce((sum, basket) => sum + basket.bytes, bytes) <= 1_000);
    }),
  );
});

function link(path: string): FoundLink {
  return {
    url: `https://example.com/${path}`,
    kind: 'link',
    page: 'https://example.com/',
    text: 'ü',
    download: null,
    type: null,
    size: null,
    referrerPolicy: 'strict-origin-when-cross-origin',
  };
}

test('links that do not fit are left out and counted with those that were before', () => {
  const heap = { links: [link('a'), link('b'), link('c')], leftOut: 5, title: 'kept' };
  const each = bytesOf(link('a'));
  assert.equal(fitting(heap, 3 * each), heap);
  assert.deepEqual(fitting(heap, 3 * each - 1), { ...heap, links: heap.links.slice(0, 2), leftOut: 6 });
  assert.deepEqual(fitting(heap, 0), { ...heap, links: [], leftOut: 8 });
});

test('bytes are those of UTF-8, not characters', () => {
  assert.equal(bytesOf('ü€'), 8);
});
