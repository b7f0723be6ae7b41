import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countStatuses,
  isInTab,
  isNarrower,
  searchWords,
  TABS,
  tabCounts,
  withWords,
} from '../../../src/core/catalogue/narrow-rows.ts';
import { STATUSES } from '../../../src/core/queue/item.ts';
import { idsOf, rowWith } from './make-row.ts';

test('each status is in "all" and in one other tab, and the counts say so', () => {
  for (const status of STATUSES) {
    assert.deepEqual(TABS.filter(tab => isInTab(tab, status)).length, 2, status);
    const counts = tabCounts(countStatuses([rowWith('a', { status }), rowWith('b', { status })]));
    assert.deepEqual(
      TABS.filter(tab => counts[tab] === 2),
      TABS.filter(tab => isInTab(tab, status)),
    );
  }
});

test('every word must be found, whatever its case', () => {
  const rows = [rowWith('a', { text: 'album one/flac' }), rowWith('b', { text: 'album two/mp3' })];
  assert.deepEqual(idsOf(withWords(rows, searchWords(' ALBUM  Two '))), ['b']);
  assert.deepEqual(idsOf(withWords(rows, searchWords('album'))), ['a', 'b']);
  assert.deepEqual(idsOf(withWords(rows, searchWords(''))), ['a', 'b']);
  assert.deepEqual(idsOf(withWords(rows, searchWords('album three'))), []);
});

test('what is narrower finds nothing that was not found before', () => {
  const word = fc.stringMatching(/^[ab]{1,3}$/);
  const words = fc.array(word, { maxLength: 3 });
  const texts = fc.array(fc.stringMatching(/^[ab ]{0,8}$/), { maxLength: 8 });
  fc.assert(
    fc.property(words, words, texts, (last, next, all) => {
      if (!isNarrower(last, next)) return;
      const rows = all.map((text, n) => rowWith(`${n}`, { text }));
      assert.deepEqual(withWords(withWords(rows, last), next), withWords(rows, next));
    }),
  );
  assert.equal(isNarrower(['al'], ['alb']), true);
  assert.equal(isNarrower(['alb'], ['al']), false);
});
