import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Event,
  eventsBetween,
  SILENT,
  spoken,
  type State,
  stateOf,
  takeTurn,
} from '../../../popup/view/announcement.ts';
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

const done = (name: string): Event => ({ word: 'done', name });
const NOON = 1_700_000_000_000;

test('the first thing is said at once; what comes soon after waits, and is said together', () => {
  const first = takeTurn(SILENT, [done('A')], NOON);
  assert.deepEqual([first.say, first.again], [[{ word: 'done', count: 1, name: 'A' }], null]);
  const second = takeTurn(first.voice, [done('B')], NOON + 1_000);
  assert.deepEqual([second.say, second.again], [[], 3_000]);
  const third = takeTurn(second.voice, [done('C')], NOON + 3_999);
  assert.deepEqual([third.say, third.again], [[], 1]);
  const last = takeTurn(third.voice, [], NOON + 4_000);
  assert.deepEqual([last.say, last.again], [[{ word: 'done', count: 2, name: 'B' }], null]);
  assert.deepEqual(takeTurn(last.voice, [], NOON + 9_000).say, [], 'nothing is said twice');
});

test('an answer to the user is heard to its end before what happened by itself', () => {
  const turn = takeTurn({ pending: [], spokeAt: NOON }, [done('A')], NOON + 500);
  assert.deepEqual([turn.say, turn.again], [[], 3_500]);
});

test('a clock that was set back does not make the page dumb', () => {
  assert.equal(takeTurn({ pending: [], spokeAt: NOON }, [done('A')], NOON - 60_000).say.length, 1);
});

test('however things happen, all of them are said, no sooner than 4 s after one another', () => {
  const look = fc.record({ after: fc.integer({ min: 0, max: 6_000 }), count: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), looks => {
      let now = NOON;
      let voice = SILENT;
      const said: { at: number; count: number }[] = [];
      const hear = (events: readonly Event[]): number | null => {
        const turn = takeTurn(voice, events, now);
        voice = turn.voice;
        if (turn.say.length > 0) said.push({ at: now, count: turn.say.reduce((sum, { count }) => sum + count, 0) });
        return turn.again;
      };
      for (const { after, count } of looks) {
        now += after;
        hear(Array.from({ length: count }, () => done('A')));
      }
      const again = hear([]);
      now += again ?? 0;
      if (again !== null) assert.equal(hear([]), null, 'what waits is said when it was told to be');
      const happened = looks.reduce((sum, { count }) => sum + count, 0);
      assert.equal(
        said.reduce((sum, { count }) => sum + count, 0),
        happened,
      );
      for (const [index, { at }] of said.entries()) assert.ok(index === 0 || at - (said[index - 1]?.at ?? 0) >= 4_000);
    }),
  );
});
