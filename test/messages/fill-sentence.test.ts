import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillSentence, sentencesOf } from '../../src/messages/fill-sentence.ts';

test('named placeholders and numbered ones say the same', () => {
  const sentences = sentencesOf({
    named: {
      message: '$what$ of $ALL$',
      placeholders: { what: { content: '$1' }, all: { content: '$2', example: '4' } },
    },
    numbered: { message: '$1 of $2' },
  });
  for (const key of ['named', 'numbered'])
    assert.equal(fillSentence(sentences.get(key) ?? '', [3, 'four']), '3 of four');
});

test('values are not read for placeholders, and a place without a value is empty', () => {
  assert.equal(fillSentence('$1 and $2', ['$2']), '$2 and ');
  assert.equal(fillSentence('$1$1', ['$$']), '$$$$');
});

test('two dollars are one', () => {
  assert.equal(fillSentence('$$1 costs $1', [5]), '$1 costs 5');
});

test('what is not a sentence is left out', () => {
  assert.deepEqual([...sentencesOf({ good: { message: 'x' }, bad: { text: 'x' }, worse: null })], [['good', 'x']]);
  assert.equal(sentencesOf(null).size, 0);
});
