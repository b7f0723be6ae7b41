import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsBetween, spoken, type State, stateOf } from '../../../popup/view/announcement.ts';
import { clashOf } from './clash.ts';
import { listedItem } from './listed-item.ts';

test('what began, ended and failed is told; what is new or unchanged is not', () => {
  const before = new Map<string, State>([
    ['a', 'queued'],
    ['b', 'running'],
    ['c', 'running'],
    ['d', 'running'],
    ['e', 'queued'],
    ['g', 'starting'],
    ['h', 'asking'],
  ]);
  const after = [
    { id: 'a', state: 'running', name: 'A' },
    { id: 'b', state: 'done', name: 'B' },
    { id: 'c', state: 'failed', name: 'C' },
    { id: 'd', state: 'running', name: 'D' },
    { id: 'e', state: 'paused', name: 'E' },
    { id: 'f', state: 'done', name: 'F' },
    { id: 'g', state: 'asking', name: 'G' },
    { id: 'h', state: 'asking', name: 'H' },
  ] as const;
  assert.deepEqual(eventsBetween(before, after), [
    { word: 'started', name: 'A' },
    { word: 'done', name: 'B' },
    { word: 'failed', name: 'C' },
    { word: 'asks', name: 'G' },
  ]);
});

test('an item that asks the user is told apart from one that is paused', () => {
  assert.equal(stateOf(listedItem({ status: 'paused' })), 'paused');
  assert.equal(stateOf(listedItem({ status: 'paused', clash: clashOf() })), 'asking');
});

test('events of a kind are spoken together, the gravest first', () => {
  const events = [
    { word: 'started', name: 'A' },
    { word: 'done', name: 'B' },
    { word: 'done', name: 'C' },
    { word: 'failed', name: 'D' },
    { word: 'asks', name: 'E' },
  ] as const;
  assert.deepEqual(spoken(events), [
    { word: 'asks', count: 1, name: 'E' },
    { word: 'failed', count: 1, name: 'D' },
    { word: 'done', count: 2, name: 'B' },
    { word: 'started', count: 1, name: 'A' },
  ]);
  assert.deepEqual(spoken([]), []);
});

test('what needs access to a site is told like a question, once', () => {
  const item = listedItem({ status: 'waiting', needs: 'a.test' });
  assert.equal(stateOf(item), 'needing');
  const after = [{ id: 'a', state: stateOf(item), name: 'A' }];
  assert.deepEqual(eventsBetween(new Map([['a', 'running']]), after), [{ word: 'needs', name: 'A' }]);
  assert.deepEqual(eventsBetween(new Map([['a', 'needing']]), after), []);
});
