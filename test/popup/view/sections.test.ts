import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overall, speedTogether } from '../../../popup/view/overall.ts';
import { allAction, countOf, pagesFor, SECTION_ASKS, SECTIONS } from '../../../popup/view/sections.ts';
import { track } from '../../../popup/view/speed.ts';
import { STATUSES, type Status } from '../../../src/core/queue/item.ts';
import { counts, listedItem } from './listed-item.ts';

test('every status is in one section', () => {
  const all: Status[] = SECTIONS.flatMap(section => [...SECTION_ASKS[section].statuses]);
  assert.deepEqual(all.toSorted(), [...STATUSES].toSorted());
});

test('countOf sums the statuses of a section', () => {
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
  for (const [some, action] of table) {
    assert.equal(allAction(counts(some)), action, JSON.stringify(some));
    assert.equal(allAction(counts(some), true), 'resume', 'while everything is held');
  }
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
  assert.equal(speedTogether([], new Map([['a', seen]])), null);
  const unknown = [...items, listedItem({ id: 'c', status: 'running', bytes: 5 })];
  assert.equal(overall(unknown, new Map())?.percent, null);
});
