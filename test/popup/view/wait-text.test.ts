import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitText } from '../../../popup/view/wait-text.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { listedItem } from './listed-item.ts';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const MINUTE = 60_000;

function said(waitsFor: ListedItem['waitsFor']) {
  const wait = waitText(listedItem({ waitsFor }), NOW, 'en', 'UTC');
  return wait === null ? null : JSON.stringify(wait.text).replaceAll('\u202F', ' ');
}

test('each reason has its words', () => {
  const table: [ListedItem['waitsFor'], string | null][] = [
    [null, null],
    [{ why: 'held', until: null }, '["waits_held"]'],
    [{ why: 'offline', until: null }, '["waits_offline"]'],
    [{ why: 'closed', until: null }, '["waits_closed"]'],
    [{ why: 'closed', until: NOW + 540 * MINUTE }, '["waits_startsAt","10:00 PM"]'],
    [{ why: 'delay', until: NOW + 12_000 }, '["waits_startsIn","in 12 sec."]'],
    [{ why: 'delay', until: NOW - 500 }, '["waits_startsIn","now"]'],
    [{ why: 'retry-after', until: NOW + 65 * MINUTE }, '["waits_retryAfter","example.org","2:05 PM"]'],
  ];
  for (const [waitsFor, words] of table) assert.equal(said(waitsFor), words, JSON.stringify(waitsFor));
});

test('a pause that a server asked for is not over when its last minute begins', () => {
  assert.match(said({ why: 'retry-after', until: NOW + 1 }) ?? '', /"1:01 PM"/);
});

test('only the sentence about a server names it', () => {
  const whys = ['held', 'offline', 'closed', 'delay', 'retry-after'] as const;
  const naming = whys.filter(why => waitText(listedItem({ waitsFor: { why, until: NOW } }), NOW)?.namesHost);
  assert.deepEqual(naming, ['retry-after']);
});
