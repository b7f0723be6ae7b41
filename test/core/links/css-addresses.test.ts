import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cssAddresses } from '../../../src/core/links/css-addresses.ts';

const CASES: readonly [value: string, addresses: readonly string[]][] = [
  ['none', []],
  ['url("https://a.com/b.png")', ['https://a.com/b.png']],
  ["url( 'a b.png' )", ['a b.png']],
  ['URL(a.png)', ['a.png']],
  ['url(a.png), linear-gradient(red, blue), url("b.png")', ['a.png', 'b.png']],
  ['image-set(url("a.png") 1x, url("b.png") 2x)', ['a.png', 'b.png']],
  [String.raw`url("a\"b\29 c.png")`, ['a"b)c.png']],
  [String.raw`url(a\)b.png)`, ['a)b.png']],
  [String.raw`url("\0 \110000 ")`, ['\uFFFD\uFFFD']],
  ['url("a.png', []],
  ['url()', []],
];

for (const [value, addresses] of CASES)
  test(`cssAddresses: ${value}`, () => {
    assert.deepEqual(cssAddresses(value), addresses);
  });

test('two megabytes that never close are read at once', { timeout: 5_000 }, () => {
  assert.deepEqual(cssAddresses(`url(${' '.repeat(1_000_000)}${'url("'.repeat(200_000)}`), []);
});
