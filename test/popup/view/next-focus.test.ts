import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lost, nextFocus, type RowPlace } from '../../../popup/view/next-focus.ts';

/** `'r1 r2 w3'`: rows by the first letter of their section; `g` is an open group. */
function rows(text: string): RowPlace[] {
  const lists: Record<string, string> = { r: 'running', w: 'waiting', f: 'failed', d: 'done', g: 'some group' };
  return text
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ id: word.slice(1), list: lists[word.charAt(0)] ?? 'done' }));
}

const TABLE: readonly (readonly [
  what: string,
  before: string,
  after: string,
  lost: Partial<Lost>,
  next: string | null,
])[] = [
  ['removed: the next one', 'd1 d2 d3', 'd1 d3', { id: '2', place: 'end', isPressed: true }, '3'],
  ['removed at the end: the one before', 'd1 d2 d3', 'd1 d2', { id: '3', place: 'end', isPressed: true }, '2'],
  ['removed with its neighbours', 'd1 d2 d3 d4', 'd1 d4', { id: '2', place: 'end', isPressed: true }, '4'],
  ['the only one', 'd1', '', { id: '1', place: 'end', isPressed: true }, null],
  ['cancelled: the next one, not after it', 'r1 r2', 'r2 d1', { id: '1', place: 'end', isPressed: true }, '2'],
  ['the only one cancelled: itself', 'r1', 'd1', { id: '1', place: 'end', isPressed: true }, '1'],
  ['paused: stays with it', 'r1 r2', 'r2 w1', { id: '1', place: 'toggle', isPressed: true }, '1'],
  ['paused with Space: stays with it', 'r1 r2', 'r2 w1', { id: '1', place: 'row', isPressed: true }, '1'],
  ['deleted with the key: the next one', 'r1 r2', 'r2 d1', { id: '1', place: 'row', isPressed: true }, '2'],
  ['retried: the next failed one', 'f1 f2', 'w1 f2', { id: '1', place: 'retry', isPressed: true }, '2'],
  ['ended by itself: stays with it', 'r1 r2', 'r2 d1', { id: '1', place: 'end', isPressed: false }, '1'],
  ['moved within its group', 'w1 w2', 'w2 w1', { id: '1', place: 'end', isPressed: true }, '1'],
  [
    'a file of an open group retried: stays with it',
    'r1 g2 g3',
    'r1 g2 g3',
    { id: '2', place: 'retry', isPressed: true },
    '2',
  ],
  ['a group that ended, with its files', 'r1 g2 w4', 'w4 d2', { id: '1', place: 'end', isPressed: true }, '2'],
  [
    'a file of a group that ended stays the same',
    'r1 g2 w4',
    'w4 d2',
    { id: '2', place: 'row', isPressed: false },
    '2',
  ],
  ['gone by itself: the next one', 'd1 d2', 'd2', { id: '1', place: 'row', isPressed: false }, '2'],
];

for (const [what, before, after, lost, next] of TABLE) {
  test(`nextFocus: ${what}`, () => {
    const whole: Lost = { id: '1', place: 'row', isPressed: false, ...lost };
    assert.equal(nextFocus(rows(before), rows(after), whole), next);
  });
}
