import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BY_PLACE, comparer, mergeRows, SORT_KEYS, type Sorting } from '../../../src/core/catalogue/sort-rows.ts';
import type { CatalogueRow } from '../../../src/core/catalogue/row.ts';
import { idsOf, rowWith } from './make-row.ts';

const collate = new Intl.Collator('en', { numeric: true }).compare;

function sorted(rows: readonly CatalogueRow[], by: Sorting): readonly string[] {
  return idsOf(rows.toSorted(comparer(by, collate)));
}

test('in the order of the queue: by place, and below it what has ended, the last end first', () => {
  const rows = [
    rowWith('old', { status: 'done', endedAt: 1, place: '0a' }),
    rowWith('second', { place: '1b' }),
    rowWith('new', { status: 'failed', endedAt: 2, place: '2z' }),
    rowWith('first', { place: '0c' }),
  ];
  assert.deepEqual(sorted(rows, BY_PLACE), ['first', 'second', 'new', 'old']);
});

test('names and numbers in them as people sort, either way', () => {
  const rows = ['file10', 'File2', 'file1'].map((name, n) => rowWith(`${n}`, { name }));
  assert.deepEqual(sorted(rows, { by: 'name', isDown: false }), ['2', '1', '0']);
  assert.deepEqual(sorted(rows, { by: 'name', isDown: true }), ['0', '1', '2']);
});

test('sizes by bytes, those that are unknown before all', () => {
  const rows = [rowWith('big', { size: 9 }), rowWith('none'), rowWith('small', { size: 0 })];
  assert.deepEqual(sorted(rows, { by: 'size', isDown: false }), ['none', 'small', 'big']);
});

const rowsOf = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      name: fc.constantFrom('x', 'y', 'y2', 'y10'),
      place: fc.constantFrom('1a', '1b', '0a'),
      endedAt: fc.constantFrom(null, 1, 2),
      size: fc.constantFrom(null, 1, 2),
    }),
    { maxLength: 12 },
  )
  .map(list => [...new Map(list.map(some => [some.id, rowWith(some.id, some)])).values()]);
const sortings = fc.record({ by: fc.constantFrom(...SORT_KEYS), isDown: fc.boolean() });

test('rows that were merged stand as if all had been sorted anew', () => {
  fc.assert(
    fc.property(rowsOf, rowsOf, fc.subarray(['a', 'b', 'c', 'd']), sortings, (before, fresh, lost, sorting) => {
      const compare = comparer(sorting, collate);
      const gone = new Set(lost.filter(id => !fresh.some(row => row.id === id)));
      const merged = mergeRows(before.toSorted(compare), gone, fresh, compare);
      const all = new Map([...before.filter(({ id }) => !gone.has(id)), ...fresh].map(row => [row.id, row]));
      assert.deepEqual(merged, [...all.values()].toSorted(compare));
    }),
  );
});
