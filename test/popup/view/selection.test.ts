import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, changed, hostCounts, kindCounts, totalOf } from '../../../popup/view/selection.ts';
import { makeOffer } from '../../core/links/make-link.ts';

test('a change touches only what is shown', () => {
  const selected = new Set([0, 1]);
  assert.deepEqual([...changed(selected, [1, 2], 'all')], [0, 1, 2]);
  assert.deepEqual([...changed(selected, [1, 2], 'none')], [0]);
  assert.deepEqual([...changed(selected, [1, 2], 'invert')], [0, 2]);
  assert.deepEqual([...selected], [0, 1], 'the set that was given stays as it is');
});

test('between two rows, whichever comes first; from a row that is hidden, only the other', () => {
  assert.deepEqual(between([2, 5, 9], 9, 2), [2, 5, 9]);
  assert.deepEqual(between([2, 5, 9], 5, 9), [5, 9]);
  assert.deepEqual(between([2, 5, 9], 3, 9), [9]);
});

test('kinds and hosts are counted', () => {
  const links = makeOffer(
    { url: 'https://b.org/1.zip' },
    { url: 'https://a.org/2.zip' },
    { url: 'https://www.c.org/3.png' },
    { url: 'https://c.org/4.png' },
  );
  assert.equal(kindCounts(links).archives, 2);
  assert.equal(kindCounts(links).audio, 0);
  assert.deepEqual(hostCounts(links), [
    ['c.org', 2],
    ['a.org', 1],
    ['b.org', 1],
  ]);
});

test('a total of sizes of which one is not known is a least one', () => {
  const sizes = new Map([
    ['a', 10],
    ['b', 5],
    ['c', null],
  ]);
  assert.deepEqual(totalOf(['a', 'b'], sizes), { bytes: 15, isWhole: true });
  assert.deepEqual(totalOf(['a', 'c'], sizes), { bytes: 10, isWhole: false });
  assert.deepEqual(totalOf(['a', 'd'], sizes), { bytes: 10, isWhole: false });
});
