import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryByKey } from '../../../popup/view/menu-keys.ts';

const LABELS = ['Open', 'Show in folder', 'Copy link', 'Copy path', 'Öffnen'];

const TABLE: readonly (readonly [key: string, from: number, to: number | null])[] = [
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 0],
  ['ArrowUp', 0, 4],
  ['ArrowUp', 3, 2],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['c', 0, 2],
  ['C', 2, 3],
  ['c', 3, 2],
  ['ö', 0, 4],
  ['s', 1, 1],
  ['x', 0, null],
  ['Delete', 0, null],
  ['Enter', 0, null],
];

for (const [key, from, to] of TABLE)
  test(`${key} leads from ${from} to ${to ?? 'nowhere'}`, () => {
    assert.equal(entryByKey(key, from, LABELS), to);
  });

test('a menu without entries leads nowhere', () => {
  assert.equal(entryByKey('ArrowDown', 0, []), null);
});
