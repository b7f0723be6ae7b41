import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesOf, SIZE_UNITS, typedSize } from '../../../../popup/view/options/typed-size.ts';
import { unitName } from '../../../../popup/view/options/unit-name.ts';

test('a figure and its unit are bytes', () => {
  for (const [figure, unit, bytes] of [
    ['', 'MB', null],
    [' ', 'GB', null],
    ['0', 'MB', 0],
    ['1.5', 'MB', 1_500_000],
    ['1,5', 'kB', 1_500],
    ['0.1', 'B', 0],
    ['many', 'MB', Number.NaN],
    ['-1', 'MB', Number.NaN],
    ['1e3', 'MB', Number.NaN],
    ['99999999', 'TB', Number.NaN],
  ] as const)
    assert.equal(bytesOf({ figure, unit }), bytes, `${figure} ${unit}`);
});

test('bytes come back as they were, in a unit that people read', () => {
  assert.deepEqual(typedSize(1_500_000), { figure: '1.5', unit: 'MB' });
  assert.deepEqual(typedSize(1_234_567), { figure: '1234.567', unit: 'kB' });
  assert.deepEqual(typedSize(null), { figure: '', unit: 'MB' });
  assert.deepEqual(typedSize(0), { figure: '0', unit: 'MB' });
  fc.assert(fc.property(fc.nat({ max: 2 ** 50 }), bytes => assert.equal(bytesOf(typedSize(bytes)), bytes)));
});

test('a unit is called as in the language', () => {
  assert.deepEqual(
    SIZE_UNITS.map(unit => unitName(unit, 'en')),
    ['byte', 'kB', 'MB', 'GB', 'TB'],
  );
  assert.equal(unitName('MB', 'fr'), 'Mo');
});
