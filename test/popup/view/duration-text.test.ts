import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, durationText, momentText } from '../../../popup/view/duration-text.ts';

test('durationText', () => {
  const table: [number, string][] = [
    [0, '1 sec'],
    [0.2, '1 sec'],
    [8.1, '9 sec'],
    [11, '15 sec'],
    [54.9, '55 sec'],
    [56, '1 min'],
    [61, '2 min'],
    [3540, '59 min'],
    [3541, '1 hr'],
    [3700, '1 hr 5 min'],
    [7200, '2 hr'],
    [36_500, '10 hr'],
    [172_900, '2 days'],
    [864_000, '10 days'],
  ];
  for (const [seconds, text] of table) assert.equal(durationText(seconds, 'en'), text, `${seconds} s`);
});

test('momentText', () => {
  const now = 1_700_000_000_000;
  const table: [number, string][] = [
    [-5, 'now'],
    [0, 'now'],
    [30, 'in 30 sec.'],
    [125, 'in 2 min.'],
    [-300, '5 min. ago'],
    [-7200, '2 hr. ago'],
    [-86_400, 'yesterday'],
    [-259_200, '3 days ago'],
  ];
  for (const [seconds, text] of table) assert.equal(momentText(now + seconds * 1000, now, 'en'), text, `${seconds} s`);
});

test('clockText', () => {
  const now = Date.UTC(2026, 10, 22, 21, 0);
  const table: [number, string, string][] = [
    [0, 'UTC', '9:00 PM'],
    [60, 'UTC', '10:00 PM'],
    [180, 'UTC', 'Mon 12:00 AM'],
    [60, 'Europe/Berlin', '11:00 PM'],
    [120, 'Europe/Berlin', 'Mon 12:00 AM'],
    [7 * 1440, 'UTC', 'Nov 29, 9:00 PM'],
    [-1440, 'UTC', 'Nov 21, 9:00 PM'],
  ];
  for (const [minutes, zone, text] of table) {
    const said = clockText(now + minutes * 60_000, now, 'en', zone).replaceAll('\u202F', ' ');
    assert.equal(said, text, `${minutes} min ${zone}`);
  }
});
