import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsBetween, spoken } from '../../../popup/view/announcement.ts';
import type { Status } from '../../../src/core/queue/item.ts';

test('what began, ended and failed is told; what is new or unchanged is not', () => {
  const before = new Map<string, Status>([
    ['a', 'queued'],
    ['b', 'running'],
    ['c', 'running'],
    ['d', 'running'],
    ['e', 'queued'],
  ]);
  const after = [
    { id: 'a', status: 'running', name: 'A' },
    { id: 'b', status: 'done', name: 'B' },
    { id: 'c', status: 'failed', name: 'C' },
    { id: 'd', status: 'running', name: 'D' },
    { id: 'e', status: 'paused', name: 'E' },
    { id: 'f', status: 'done', name: 'F' },
  ] as const;
  assert.deepEqual(eventsBetween(before, after), [
    { word: 'started', name: 'A' },
    { word: 'done', name: 'B' },
    { word: 'failed', name: 'C' },
  ]);
});

test('events of a kind are spoken together, the gravest first', () => {
  const events = [
    { word: 'started', name: 'A' },
    { word: 'done', name: 'B' },
    { word: 'done', name: 'C' },
    { word: 'failed', name: 'D' },
  ] as const;
  assert.deepEqual(spoken(events), [
    { word: 'failed', count: 1, name: 'D' },
    { word: 'done', count: 2, name: 'B' },
    { word: 'started', count: 1, name: 'A' },
  ]);
  assert.deepEqual(spoken([]), []);
});
