import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupView } from '../../../popup/view/group-view.ts';
import type { Status } from '../../../src/core/queue/item.ts';
import { listedGroup, listedItem } from './listed-item.ts';

const NOW = 1_700_000_000_000;

function viewOf(some: Partial<Record<Status, number>>, progress = 0) {
  return groupView(listedGroup('g', some, { progress }), null, null, NOW, 'en');
}

test('one bar over all files, which says how many are here', () => {
  const files = { stem: 'popup_groupFiles', count: 5, values: ['2'] };
  assert.deepEqual(viewOf({ done: 2, running: 1, queued: 2 }, 0.463).bar, { percent: 46, text: files, moving: true });
  assert.equal(viewOf({ done: 2, queued: 3 }, 0.4).bar.moving, false);
  assert.equal(viewOf({ done: 4, saving: 1 }, 1).bar.percent, 99, 'it is not all here yet');
});

test('its buttons', () => {
  const table: [Partial<Record<Status, number>>, 'pause' | 'resume' | null, boolean][] = [
    [{ queued: 1, paused: 1 }, 'pause', false],
    [{ waiting: 1, failed: 1 }, 'pause', true],
    [{ paused: 2, done: 3 }, 'resume', false],
    [{ saving: 1, done: 3 }, null, false],
  ];
  for (const [some, toggle, canRetry] of table) {
    const view = viewOf(some);
    assert.deepEqual([view.toggle, view.canRetry], [toggle, canRetry], JSON.stringify(some));
  }
});

test('what it does, or why it does nothing', () => {
  const fact = (some: Partial<Record<Status, number>>) => viewOf(some).facts.slice(1);
  assert.deepEqual(fact({ running: 1, queued: 1 }), []);
  assert.deepEqual(fact({ queued: 2 }), [['status_queued']]);
  assert.deepEqual(fact({ paused: 2, done: 1 }), [['status_paused']]);
  assert.deepEqual(fact({ waiting: 1, paused: 1 }), [['status_waiting']]);
  const moving = groupView(listedGroup('g', { running: 2 }), null, 2_000_000, NOW, 'en');
  assert.deepEqual(moving.facts.slice(1), [['size_speed', '2.0 MB']]);
  const first = listedItem({ waitsFor: { why: 'offline', until: null } });
  assert.deepEqual(groupView(listedGroup('g', { queued: 2 }), first, null, NOW, 'en').facts.slice(1), [
    ['waits_offline'],
  ]);
});

test('failures inside do not stay hidden', () => {
  assert.equal(viewOf({ queued: 1 }).trouble, null);
  assert.deepEqual(viewOf({ queued: 1, failed: 2 }).trouble, { stem: 'popup_groupFailed', count: 2 });
});

test('a title cannot hide what it is', () => {
  const group = listedGroup('g', { queued: 1 }, { title: 'a\u202Eb' });
  assert.equal(groupView(group, null, null, NOW).title, 'a\uFFFDb');
});
