import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MENU_ENTRIES, parseMenuEntries } from '../../src/core/menu-entry.ts';

test('a list of entries is put in their own order, each once', () => {
  assert.deepEqual(parseMenuEntries(['resume-all', 'link', 'link']), ['link', 'resume-all']);
  assert.deepEqual(parseMenuEntries(MENU_ENTRIES.toReversed()), MENU_ENTRIES);
  assert.deepEqual(parseMenuEntries([]), []);
});

test('one that is no entry spoils the list', () => {
  for (const value of [null, 'link', {}, ['link', 'Link'], [undefined], [['link']]])
    assert.equal(parseMenuEntries(value), null);
});
