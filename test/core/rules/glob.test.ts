import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isGlob, matchesGlob } from '../../../src/core/rules/glob.ts';

for (const [glob, text, fits] of [
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['*', 'anything', true],
  ['?', '', false],
  ['?', 'a', true],
  ['?', 'ab', false],
  ['a*b', 'ab', true],
  ['a*b', 'axxb', true],
  ['a*b', 'axxbc', false],
  ['*.zip', 'a.zip', true],
  ['*.zip', 'a.zip.txt', false],
  ['*ab*', 'aab', true],
  ['a?*c', 'ac', false],
  ['a?*c', 'abc', true],
  ['a.c', 'abc', false],
  ['[a]', 'a', false],
  ['A', 'a', false],
  ['**', 'a', true],
] as const) {
  test(`${JSON.stringify(glob)} ${fits ? 'fits' : 'does not fit'} ${JSON.stringify(text)}`, () => {
    assert.equal(matchesGlob(glob, text), fits);
  });
}

test('a glob fits what the same as a regular expression fits', () => {
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 10 });
  fc.assert(
    fc.property(glob, text, (glob, text) => {
      const source = glob.replaceAll('.', String.raw`\.`).replaceAll('*', '.*').replaceAll('?', '.');
      assert.equal(matchesGlob(glob, text), new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2_000 },
  );
});

test('isGlob: what has a star or a question mark', () => {
  assert.deepEqual(['a', 'a*', '?a', ''].map(isGlob), [false, true, true, false]);
});
