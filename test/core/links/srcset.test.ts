import assert from 'node:assert/strict';
import { test } from 'node:test';
import { srcsetAddresses } from '../../../src/core/links/srcset.ts';

const CASES: readonly [srcset: string, addresses: readonly string[]][] = [
  ['', []],
  [' , ,, ', []],
  ['a.png', ['a.png']],
  ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  ['a.png,b.png', ['a.png,b.png']],
  ['a.png, b.png', ['a.png', 'b.png']],
  ['a.png,, b.png', ['a.png', 'b.png']],
  ['a,b.png 100w, c.png 200w', ['a,b.png', 'c.png']],
  ['data:image/png;base64,AA== 1x, b.png 2x', ['data:image/png;base64,AA==', 'b.png']],
  ['data:,a ( , b', []],
  ['\n\ta.png\n\t320w 200h,\n\tb.png 1.5x\n', ['a.png', 'b.png']],
  ['a.png 320h, b.png', ['b.png']],
  ['a.png 1x 2x, b.png 100w 1x, c.png 0w, d.png -1x, e.png 1e1x', ['e.png']],
  ['a.png (1x, 2x), b.png', ['b.png']],
];

for (const [srcset, addresses] of CASES)
  test(`srcsetAddresses: ${JSON.stringify(srcset)}`, () => {
    assert.deepEqual(srcsetAddresses(srcset), addresses);
  });

test('two million commas are read at once', { timeout: 5_000 }, () => {
  assert.deepEqual(srcsetAddresses(`a${','.repeat(2_000_000)}b ${'c '.repeat(500_000)}`), []);
});
