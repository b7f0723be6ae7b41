import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayName, hourName, weekDays } from '../../../../popup/view/options/week-days.ts';

test('the week begins where the locale begins it', () => {
  assert.deepEqual(weekDays('en-US'), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(weekDays('de'), [1, 2, 3, 4, 5, 6, 0]);
  assert.deepEqual(weekDays('ar-EG'), [6, 0, 1, 2, 3, 4, 5]);
});

test('days and hours have the names of the locale', () => {
  assert.equal(dayName(0, 'long', 'en'), 'Sunday');
  assert.equal(dayName(6, 'short', 'de'), 'Sa');
  assert.match(hourName(22, 'en'), /^10\sPM$/);
  assert.equal(hourName(22, 'de'), '22 Uhr');
});
