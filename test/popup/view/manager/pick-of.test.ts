import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOfClick, pickOfMove } from '../../../../popup/view/manager/pick-of.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false };

test('clicks and keys select as in a file manager', () => {
  assert.deepEqual([pickOfClick(NONE), pickOfMove(NONE)], ['only', 'only']);
  for (const key of ['ctrlKey', 'metaKey'] as const) {
    const held = { ...NONE, [key]: true };
    assert.deepEqual([pickOfClick(held), pickOfMove(held)], ['toggle', 'go']);
    const both = { ...held, shiftKey: true };
    assert.deepEqual([pickOfClick(both), pickOfMove(both)], ['add-reach', 'add-reach']);
  }
  const shift = { ...NONE, shiftKey: true };
  assert.deepEqual([pickOfClick(shift), pickOfMove(shift)], ['reach', 'reach']);
});
