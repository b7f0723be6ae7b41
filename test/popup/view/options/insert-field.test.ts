import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inserted } from '../../../../popup/view/options/insert-field.ts';

test('a piece stands where the caret was, with the caret behind it', () => {
  assert.deepEqual(inserted({ text: 'ab', from: 1, to: 1 }, '*host*'), { text: 'a*host*b', from: 7, to: 7 });
  assert.deepEqual(inserted({ text: '', from: 0, to: 0 }, '*y*'), { text: '*y*', from: 3, to: 3 });
});

test('what is selected gives way', () => {
  assert.deepEqual(inserted({ text: 'a-b-c', from: 2, to: 3 }, '*m*'), { text: 'a-*m*-c', from: 5, to: 5 });
});
