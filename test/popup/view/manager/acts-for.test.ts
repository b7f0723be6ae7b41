import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barFor, type Chosen, menuFor, pauseOrResume } from '../../../../popup/view/manager/acts-for.ts';
import { type Status, STATUSES } from '../../../../src/core/queue/item.ts';

function chosen(count: number, ...statuses: Status[]): Chosen {
  return { count, statuses: new Set(statuses), hasGroup: false };
}

function menu(of: Chosen): string {
  return menuFor(of)
    .map(section => section.join(' '))
    .join(' | ');
}

test('one file that is done is opened and deleted; it has no place in the queue', () => {
  assert.equal(menu(chosen(1, 'done')), 'open show | again | copy-links | delete-file remove remove-finished | help');
});

test('several are not opened at once, nor are their files deleted', () => {
  assert.equal(menu(chosen(2, 'done')), 'again | copy-links | remove remove-finished | help');
});

test('what waits is paused, started and moved, in the menu too: there is a way without dragging', () => {
  const rest = 'top up down bottom | copy-links | remove remove-finished | help';
  assert.equal(menu(chosen(3, 'queued')), `pause start-now | ${rest}`);
  assert.equal(menu(chosen(3, 'running')), `pause | ${rest}`);
  assert.equal(menu(chosen(3, 'paused')), `resume start-now | ${rest}`);
  assert.equal(menu(chosen(3, 'paused', 'failed')), `resume start-now retry | ${rest}`);
  assert.equal(menu({ count: 1, statuses: new Set(), hasGroup: true }), `pause resume start-now retry | ${rest}`);
});

test('whatever is selected can be copied and removed in the bar', () => {
  for (const status of STATUSES)
    assert.deepEqual(barFor(chosen(1, status)).slice(-2), ['copy-links', 'remove'], status);
});

test('the key that pauses resumes where nothing is left to pause', () => {
  assert.equal(pauseOrResume(chosen(2, 'paused', 'running')), 'pause');
  assert.equal(pauseOrResume(chosen(2, 'paused', 'done')), 'resume');
  assert.equal(pauseOrResume(chosen(1, 'done')), null);
});
