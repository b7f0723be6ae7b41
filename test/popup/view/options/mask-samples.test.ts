import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWeb } from '../../../../src/core/links/parse-link.ts';
import { FIELD_NAMES } from '../../../../src/core/naming/mask.ts';
import { MASK_SAMPLES, placed } from '../../../../popup/view/options/mask-samples.ts';
import { FIELD_WORDS } from '../../../../popup/view/options/field-words.ts';

test('the folder stands before the path, however it is typed', () => {
  assert.equal(placed('', 'a.zip'), 'a.zip');
  assert.equal(placed(' one\\two/ ', 'a.zip'), 'one/two/a.zip');
});

test('there are several examples, each of the web, and words for every field', () => {
  assert.ok(MASK_SAMPLES.length >= 3);
  assert.ok(MASK_SAMPLES.every(({ url }) => isWeb(url)));
  assert.deepEqual(Object.keys(FIELD_WORDS), [...FIELD_NAMES]);
});
