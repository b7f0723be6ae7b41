import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Find, finder, isLooking } from '../../../src/core/history/find.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { itemIn, NOW, RULED } from '../make-item.ts';

const ALL: Find = { search: '', since: null, until: null };
const DONE = itemIn('done', {
  url: 'https://files.test/dir/a.zip',
  referrer: 'https://page.test/lectures',
  name: 'Übung.zip',
  folder: 'winter/term',
  ruled: RULED,
});

for (const [search, isThere] of [
  ['', true],
  ['  ', true],
  ['A.ZIP', true],
  ['übung', true],
  ['lectures', true],
  ['winter', true],
  ['papers', true],
  ['/downloads/file', true],
  ['lectures winter A.zip', true],
  ['lectures summer', false],
  ['page.test files.test', true],
  ['nothing', false],
] as const) {
  test(`finder: “${search}” → ${isThere}`, () => assert.equal(finder({ ...ALL, search })(DONE), isThere));
}

test('finder: what has ended by its end, the rest by its adding', () => {
  assert.ok('endedAt' in DONE);
  const { endedAt } = DONE;
  const found = (bounds: Partial<Find>, item: QueueItem = DONE): boolean => finder({ ...ALL, ...bounds })(item);
  assert.deepEqual(
    [{ since: endedAt }, { since: endedAt + 1 }, { until: endedAt }, { until: endedAt - 1 }].map(each => found(each)),
    [true, false, true, false],
  );
  const queued = itemIn('queued', { addedAt: NOW - 5_000 });
  assert.equal(found({ since: NOW - 5_000, until: NOW - 5_000 }, queued), true);
  assert.equal(found({ since: NOW - 4_999 }, queued), false);
});

test('isLooking', () => {
  assert.equal(isLooking(ALL), false);
  assert.equal(isLooking({ ...ALL, search: ' ' }), false);
  for (const find of [{ search: 'x' }, { since: 0 }, { until: 0 }]) assert.equal(isLooking({ ...ALL, ...find }), true);
});
