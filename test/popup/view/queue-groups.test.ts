import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overall } from '../../../popup/view/overall.ts';
import { allAction, countOf, GROUP_ASKS, GROUPS, pagesFor } from '../../../popup/view/queue-groups.ts';
import { track } from '../../../popup/view/speed.ts';
import { STATUSES, type Status } from '../../../src/core/queue/item.ts';
import { listedItem } from './listed-item.ts';

function counts(some: Partial<Record<Status, number>>): Record<Status, number> {
  return Object.fromEntries(STATUSES.map(status => [status, some[status] ?? 0])) as Record<Status, number>;
}

test('every status is in one group', () => {
  const grouped: Status[] = GROUPS.flatMap(group => [...GROUP_ASKS[group].statuses]);
  assert.deepEqual(grouped.toSorted(), [...STATUSES].toSorted());
});

test('countOf sums the statuses of a group', () => {
  assert.equal(countOf('waiting', counts({ queued: 1, waiting: 2, paused: 4, done: 8 })), 7);
});

test('pagesFor', () => {
  assert.deepEqual(pagesFor(40, 0), []);
  assert.deepEqual(pagesFor(40, 12), [{ offset: 0, limit: 12 }]);
  assert.deepEqual(pagesFor(40, 400), [{ offset: 0, limit: 40 }]);
  assert.deepEqual(pagesFor(1240, 9000), [
    { offset: 0, limit: 1000 },
    { offset: 1000, limit: 240 },
  ]);
});

test('the button for all', () => {
  const table: [Partial<Record<Status, number>>, 'pause' | 'resume' | null][] = [
    [{}, null],
    [{ done: 3, failed: 1 }, null],
    [{ saving: 1 }, null],
    [{ paused: 2 }, 'resume'],
    [{ paused: 2, saving: 1 }, 'resume'],
    [{ paused: 2, queued: 1 }, 'pause'],
    [{ waiting: 1 }, 'pause'],
    [{ running: 1 }, 'pause'],
  ];
  for (const [some, action] of table) assert.equal(allAction(counts(some)), action, JSON.stringify(some));
});

test('overall', () => {
  const items = [
    listedItem({ id: 'a', status: 'running', bytes: 20, total: 100 }),
    listedItem({ id: 'b', status: 'saving', bytes: 100, total: 100 }),
  ];
  assert.equal(overall([], new Map()), null);
  assert.deepEqual(overall(items, new Map()), { count: 2, speed: null, percent: 60 });
  const seen = track(track(undefined, 0, 0, 100), 2000, 20, 100);
  assert.deepEqual(
    overall(
      items,
      new Map([
        ['a', seen],
        ['b', seen],
      ]),
    ),
    { count: 2, speed: 10, percent: 60 },
  );
  const unknown = [...items, listedItem({ id: 'c', status: 'running', bytes: 5 })];
  assert.equal(overall(unknown, new Map())?.percent, null);
});
