import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Motion, movingFirst } from '../../../src/core/catalogue/motion.ts';
import { BY_PLACE } from '../../../src/core/catalogue/sort-rows.ts';
import { idsOf, rowWith } from './make-row.ts';

const ROWS = ['done', 'slow', 'queued', 'unknown', 'fast'].map(id => rowWith(id));
const MOTIONS: ReadonlyMap<string, Motion> = new Map([
  ['slow', { progress: 0.9, speed: 10, left: 5 }],
  ['unknown', { progress: null, speed: null, left: null }],
  ['fast', { progress: 0.1, speed: 1000, left: 60 }],
]);

function arranged(by: 'progress' | 'speed' | 'left' | 'name', isDown: boolean): readonly string[] {
  return idsOf(movingFirst(ROWS, { by, isDown }, MOTIONS));
}

test('what moves stands first, by its figure either way; what has none behind it; the rest as it was', () => {
  assert.deepEqual(arranged('speed', false), ['slow', 'fast', 'unknown', 'done', 'queued']);
  assert.deepEqual(arranged('speed', true), ['fast', 'slow', 'unknown', 'done', 'queued']);
  assert.deepEqual(arranged('progress', true), ['slow', 'fast', 'unknown', 'done', 'queued']);
  assert.deepEqual(arranged('left', false), ['slow', 'fast', 'unknown', 'done', 'queued']);
});

test('rows that are sorted by something else, or of which none moves, stay as they are', () => {
  assert.deepEqual(arranged('name', true), idsOf(ROWS));
  assert.equal(movingFirst(ROWS, BY_PLACE, MOTIONS), ROWS);
  assert.equal(movingFirst(ROWS, { by: 'speed', isDown: true }, new Map()), ROWS);
});
