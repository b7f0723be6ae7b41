import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NOTHING, type Pick, picked, type Selection, surviving } from '../../../../popup/view/manager/selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];

function after(...steps: readonly (readonly [string, Pick])[]): Selection {
  return steps.reduce((selection, [id, how]) => picked(selection, ORDER, id, how), NOTHING);
}
function ids(selection: Selection): string {
  return [...selection.ids].join('');
}

test('a click selects one, with Control another as well, with Shift all from the last to here', () => {
  assert.equal(ids(after(['b', 'only'])), 'b');
  assert.equal(ids(after(['b', 'only'], ['d', 'toggle'])), 'bd');
  assert.equal(ids(after(['b', 'only'], ['b', 'toggle'])), '');
  assert.equal(ids(after(['b', 'only'], ['d', 'reach'])), 'bcd');
  assert.equal(ids(after(['d', 'only'], ['b', 'reach'])), 'bcd');
});

test('to reach again starts from the same line; to add to what is selected keeps it', () => {
  assert.equal(ids(after(['c', 'only'], ['e', 'reach'], ['a', 'reach'])), 'abc');
  assert.equal(ids(after(['a', 'only'], ['d', 'toggle'], ['e', 'add-reach'])), 'ade');
});

test('to go to a line selects nothing', () => {
  const selection = after(['b', 'only'], ['d', 'go']);
  assert.deepEqual([ids(selection), selection.cursor], ['b', 'd']);
});

test('lines that are gone leave the selection, and the next line has the cursor', () => {
  const before = after(['b', 'only'], ['d', 'reach']);
  const next = surviving(before, ORDER, ['a', 'b', 'e']);
  assert.deepEqual([ids(next), next.cursor, next.anchor], ['b', 'e', 'b']);
  assert.equal(surviving(after(['e', 'only']), ORDER, ['a', 'b']).cursor, 'b');
  assert.equal(surviving(after(['e', 'only']), ORDER, []).cursor, null);
});

test('whatever is done, only lines that are there are selected, and one of them has the cursor', () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...ORDER), fc.constantFrom<Pick[]>('only', 'toggle', 'reach', 'add-reach', 'go')),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(steps, fc.subarray(ORDER), (done, left) => {
      const next = surviving(after(...done), ORDER, left);
      assert.ok([...next.ids].every(id => left.includes(id)));
      assert.equal(next.cursor === null, left.length === 0);
    }),
  );
});
