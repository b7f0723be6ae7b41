import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { COLUMNS, parseTableLook, USUAL_LOOK, withColumn } from '../../../src/core/catalogue/table-look.ts';

test('a look is remembered as it was, in the order of the columns', () => {
  const look = { columns: ['folder', 'size', 'name'], sorting: { by: 'size', isDown: true } };
  assert.deepEqual(parseTableLook(look), { ...look, columns: ['name', 'size', 'folder'] });
});

test('what cannot be read falls back, each half by itself', () => {
  assert.deepEqual(parseTableLook(undefined), USUAL_LOOK);
  assert.deepEqual(parseTableLook({ columns: 'x', sorting: { by: 'colour', isDown: true } }), USUAL_LOOK);
  assert.deepEqual(parseTableLook({ columns: ['speed', 7], sorting: 3 }).columns, ['name', 'speed']);
  fc.assert(fc.property(fc.anything(), stored => parseTableLook(stored).columns.includes('name')));
});

test('every column but the name comes and goes', () => {
  for (const column of COLUMNS) {
    const without = withColumn(USUAL_LOOK, column, false);
    assert.equal(without.columns.includes(column), column === 'name');
    assert.equal(withColumn(without, column, true).columns.includes(column), true);
  }
});
