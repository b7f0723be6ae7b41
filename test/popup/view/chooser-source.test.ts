import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from '../../../popup/view/chooser-source.ts';

test('what the address names', () => {
  const table: [search: string, source: ReturnType<typeof sourceOf>][] = [
    ['?tab=123', { from: 'tabs', tabs: [123] }],
    ['?tabs=1,2,3', { from: 'tabs', tabs: [1, 2, 3] }],
    ['?tabs=1,2,1', { from: 'tabs', tabs: [1, 2] }],
    ['?basket=3f2a-x', { from: 'basket', basket: '3f2a-x' }],
    ['?basket=a/b', null],
    ['?tab=', null],
    ['?tabs=1,,2', null],
    ['?tabs=1,x', null],
    ['', null],
    ['?tab=-1', null],
    ['?tab=1e3', null],
    [`?tabs=${'1,'.repeat(500)}1`, null],
  ];
  for (const [search, source] of table) assert.deepEqual(sourceOf(search), source, search);
});
