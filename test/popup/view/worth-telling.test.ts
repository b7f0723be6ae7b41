import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorthTelling } from '../../../popup/view/worth-telling.ts';
import { counts } from './listed-item.ts';

const NONE = new Map();
const leaves = (left: number | null) => new Map([['a', { samples: [], left, peak: 0 }]]);

test('what is over soon is not worth it, what takes long or is much is', () => {
  assert.equal(isWorthTelling(leaves(29), counts({ running: 1 })), false);
  assert.equal(isWorthTelling(leaves(null), counts({ running: 1 })), false);
  assert.equal(isWorthTelling(leaves(30), counts({ running: 1 })), true);
  assert.equal(isWorthTelling(NONE, counts({ running: 1, queued: 3 })), false);
  assert.equal(isWorthTelling(NONE, counts({ running: 1, queued: 4 })), true);
});

test('where nothing runs there is nothing to wait for', () => {
  assert.equal(isWorthTelling(leaves(300), counts({ queued: 40, paused: 7 })), false);
});
