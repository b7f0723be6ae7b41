import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText, percentOf, speedText, wholeText } from '../../../popup/view/progress-text.ts';
import { sizePair, sizeText, steadySizeText } from '../../../popup/view/sizes.ts';

test('sizeText', () => {
  const table: [number, string][] = [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1499, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [3_140_000, '3.1 MB'],
    [12_000_000, '12 MB'],
    [123_400_000, '123 MB'],
    [1_240_000_000, '1.24 GB'],
    [12_340_000_000, '12.3 GB'],
    [5e15, '5 PB'],
    [5e18, '5,000 PB'],
  ];
  for (const [bytes, text] of table) assert.equal(sizeText(bytes, 'en'), text);
  assert.equal(sizeText(3_140_000, 'de'), '3,1 MB');
});

test('steadySizeText keeps its digits, so that a figure that changes does not dance', () => {
  assert.deepEqual(
    [2e6, 2.04e6, 2.06e6].map(bytes => steadySizeText(bytes, 'en')),
    ['2.0 MB', '2.0 MB', '2.1 MB'],
  );
  assert.equal(steadySizeText(2e9, 'en'), '2.00 GB');
  assert.equal(steadySizeText(2000, 'en'), '2 kB');
});

test('sizePair writes the part in the unit of the whole', () => {
  assert.deepEqual(sizePair(3_100_000, 12_000_000, 'en'), ['3.1', '12 MB']);
  assert.deepEqual(sizePair(40_000, 12_000_000, 'en'), ['0.0', '12 MB']);
  assert.deepEqual(sizePair(1_200_000_000, 3_990_000_000, 'en'), ['1.20', '3.99 GB']);
  assert.deepEqual(sizePair(5, 900, 'en'), ['5', '900 bytes']);
});

test('percentOf', () => {
  const table: [number, number | null, number | null][] = [
    [0, 100, 0],
    [50, 100, 50],
    [999, 1000, 99],
    [9_999_999, 10_000_000, 99],
    [100, 100, 100],
    [101, 100, null],
    [5, null, null],
    [0, 0, null],
  ];
  for (const [bytes, total, percent] of table) assert.equal(percentOf(bytes, total), percent, `${bytes}/${total}`);
});

test('amountText', () => {
  assert.deepEqual(amountText(3_100_000, 12_000_000, 'en'), ['size_ofTotal', '3.1', '12 MB']);
  assert.equal(amountText(3_100_000, null, 'en'), '3.1 MB');
  assert.equal(amountText(13_000_000, 12_000_000, 'en'), '13.0 MB', 'a whole that was a lie is not shown');
  assert.equal(amountText(0, null, 'en'), null);
});

test('wholeText and speedText', () => {
  assert.equal(wholeText(0, null), null);
  assert.equal(wholeText(12_000_000, null, 'en'), '12 MB');
  assert.equal(wholeText(0, 12_000_000, 'en'), '12 MB');
  assert.deepEqual(speedText(2_400_000, 'en'), ['size_speed', '2.4 MB']);
});
