import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAgo, forgottenBefore } from '../../../src/core/history/retention.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);

test('forgottenBefore: so many days before the last of the newest ends', () => {
  assert.equal(forgottenBefore({ most: 9, days: 30 }, NOW - 5 * DAY, NOW), NOW - 35 * DAY);
  assert.equal(forgottenBefore({ most: 9, days: 0 }, NOW, NOW), null);
  assert.equal(forgottenBefore({ most: 9, days: 30 }, null, NOW), null);
});

test('forgottenBefore: a clock that is set ahead forgets nothing, and one that is set back nothing more', () => {
  assert.equal(forgottenBefore({ most: 9, days: 30 }, NOW, NOW + 3_650 * DAY), NOW - 30 * DAY);
  assert.equal(forgottenBefore({ most: 9, days: 30 }, NOW + 3_650 * DAY, NOW), NOW - 30 * DAY);
});

test('daysAgo', () => assert.equal(daysAgo(3, NOW), NOW - 3 * DAY));
