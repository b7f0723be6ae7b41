import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest } from '../../../src/core/naming/nearest.ts';

const KNOWN = ['name', 'title', 'y', 'mm', 'index', 'domain'];

for (const [what, typed, found] of [
  ['right', 'title', 'title'],
  ['capitals', 'NAME', 'name'],
  ['swapped', 'nmae', 'name'],
  ['a letter left out', 'idex', 'index'],
  ['a letter too many', 'tittle', 'title'],
  ['another letter', 'nane', 'name'],
  ['two mistakes in a long word', 'domian1', 'domain'],
  ['two mistakes in a short word', 'nema', null],
  ['three mistakes', 'dmoin12', null],
  ['a letter is near to every other', 'x', null],
  ['so are two', 'ms', null],
  ['nothing', '', null],
] as const) {
  test(`nearest: ${what}: “${typed}” → ${found}`, () => {
    assert.equal(nearest(typed, KNOWN), found);
  });
}

test('nearest: the nearer of two, and of equals the first', () => {
  assert.equal(nearest('floww', ['flower', 'flow']), 'flow');
  assert.equal(nearest('lame', ['name', 'late']), 'name');
});

test('nearest: a word of five letters or more is found with one mistake, whichever', () => {
  const words = fc.stringMatching(/^[a-z]{5,9}$/);
  fc.assert(
    fc.property(words, fc.nat(), fc.stringMatching(/^[a-z]?$/), (word, place, other) => {
      const at = place % word.length;
      assert.equal(nearest(`${word.slice(0, at)}${other}${word.slice(at + 1)}`, [word]), word);
    }),
  );
});
