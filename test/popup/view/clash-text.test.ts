import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clashText } from '../../../popup/view/clash-text.ts';
import { clashOf } from './clash.ts';

const AT = Date.parse('2026-11-03T21:12:00Z');

test('sizes and dates of both files, in the user’s way of writing', () => {
  const clash = clashOf({ bytes: 1_240_000, at: AT, newBytes: 980, newAt: AT + 86_400_000 });
  assert.deepEqual(clashText(clash, 'de', 'UTC'), {
    there: ['1,2 MB', '03.11.2026, 21:12'],
    comes: ['980 Byte', '04.11.2026, 21:12'],
  });
});

test('what is not known is said', () => {
  assert.deepEqual(clashText(clashOf(), 'en'), {
    there: [['clash_noSize'], ['clash_noDate']],
    comes: [['clash_noSize'], ['clash_noDate']],
  });
  assert.deepEqual(clashText(clashOf({ bytes: 0 }), 'en').there[0], '0 bytes');
});
