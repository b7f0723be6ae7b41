import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Remedy, remediesOf } from '../../../popup/view/remedy.ts';
import { FAILURE_CODES, failureWord, whatHelps } from '../../../src/core/carriers/failure.ts';
import { readText } from '../../architecture/source-files.ts';
import { listedItem } from './listed-item.ts';

const messages = JSON.parse(readText('_locales/en/messages.json')) as Record<string, { message: string } | undefined>;
const PAGE = 'https://www.example.org/list';
const GRANTED = ['https://www.example.org/*'];

function failedBy(code: string, referrer: string | null = PAGE) {
  return listedItem({ status: 'failed', referrer, error: { code, message: '' } });
}

test('every failure has its sentence and something to click, whatever is known of the item', () => {
  for (const code of FAILURE_CODES) {
    assert.ok(messages[failureWord(code)]?.message, code);
    for (const referrer of [PAGE, null])
      for (const granted of [GRANTED, []]) {
        const offered = remediesOf(failedBy(code, referrer), granted);
        assert.ok(offered.length > 0 && offered.length <= 2, `${code}: ${offered.join(' ')}`);
      }
  }
});

test('the sentence and the button say the same', () => {
  const VERBS: readonly (readonly [RegExp, Remedy])[] = [
    [/\bopen the page, sign in\b/i, 'sign-in'],
    [/\bopen the link\b/i, 'link'],
    [/\bthe download folder, or retry\b/i, 'folder'],
    [/browser's settings/, 'settings'],
    [/\bretry in a while\b/i, 'retry'],
  ];
  const disagreeing = FAILURE_CODES.flatMap(code => {
    const sentence = messages[failureWord(code)]?.message ?? '';
    const offered = remediesOf(failedBy(code, null), GRANTED);
    return VERBS.filter(([verb, remedy]) => verb.test(sentence) && !offered.includes(remedy)).map(() => code);
  });
  assert.deepEqual(disagreeing, []);
});

test('what passes by itself is tried again with one click', () => {
  for (const code of FAILURE_CODES.filter(each => whatHelps(each) === 'later'))
    assert.equal(remediesOf(failedBy(code), GRANTED)[0], 'retry', code);
});

test('a page is offered only where one is known, and access only where it is not there yet', () => {
  assert.deepEqual(remediesOf(failedBy('not-found'), []), ['page', 'link']);
  assert.deepEqual(remediesOf(failedBy('not-found', null), []), ['link']);
  assert.deepEqual(remediesOf(failedBy('forbidden'), []), ['allow', 'page']);
  assert.deepEqual(remediesOf(failedBy('forbidden'), GRANTED), ['page', 'link']);
  assert.deepEqual(remediesOf(failedBy('forbidden', null), []), ['link']);
});

test('nothing is offered for what has not failed, nor for what nobody knows', () => {
  for (const status of ['waiting', 'running', 'cancelled', 'done'] as const)
    assert.deepEqual(remediesOf({ ...failedBy('forbidden'), status }, []), []);
  assert.deepEqual(remediesOf(failedBy('kept-out'), []), []);
});
