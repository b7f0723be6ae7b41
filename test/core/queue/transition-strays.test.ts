import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transition } from '../../../src/core/queue/transition.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, STAGE_NAMES, termsWith } from '../make-item.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { caseNamed, EVENT_NAMES, type EventName, eventOf, KEEPING_NAMES, type KeepingName } from './event-cases.ts';

const OF_NO_ATTEMPT: readonly string[] = ['picked', 'due'];

function told(before: QueueItem, name: EventName | KeepingName, attempt: number): string {
  const one = caseNamed(name);
  return changeInWords(before, transition(before, eventOf(one, attempt), termsWith(one.terms)));
}

for (const attempt of [2, 4]) {
  for (const stage of STAGE_NAMES) {
    test(`transition: ${stage}, events of attempt ${attempt} instead of 3 change nothing`, () => {
      const strays: Record<string, string> = { 'started 99': 'same: stop 99', packed: 'same: release other' };
      for (const name of EVENT_NAMES) {
        const { event, item } = caseNamed(name);
        if (OF_NO_ATTEMPT.includes(event.type) || name === 'started' || name === 'started 7') continue;
        assert.equal(told(itemIn(stage, item), name, attempt), strays[name] ?? 'same', name);
      }
    });
  }
}

test('transition: a late start of an earlier attempt that is the item’s own download now is left alone', () => {
  assert.equal(told(itemIn('running download'), 'started 7', 2), 'same');
  assert.equal(told(itemIn('running fetch'), 'started 7', 2), 'same: stop 7');
});

test('transition: a late start of what was to save a fetched blob is ended, a download of the item’s own is kept', () => {
  const log = (detail: string) => [{ at: 0, what: 'planned', detail }] as const;
  for (const stage of ['queued', 'paused', 'waiting'] as const) {
    assert.equal(told(itemIn(stage, { log: log('background-fetch') }), 'started 99', 3), 'same: stop 99');
    assert.match(told(itemIn(stage, { log: log('browser-download') }), 'started 99', 3), /held: hold 99$/);
  }
});

test('transition: a late start of an earlier attempt’s fetch is stopped by the name of that attempt', () => {
  for (const stage of STAGE_NAMES) assert.equal(told(itemIn(stage), 'started', 2), 'same: stop one.2', stage);
});

test('transition: a part of an earlier attempt is as welcome as one of the present', () => {
  for (const stage of STAGE_NAMES)
    for (const name of KEEPING_NAMES.filter(each => each.startsWith('kept'))) {
      const before = itemIn(stage, caseNamed(name).item);
      assert.equal(told(before, name, 2), told(before, name, 3), `${stage}, ${name}`);
    }
});

test('transition: the end of an earlier attempt’s putting away changes nothing', () => {
  for (const stage of STAGE_NAMES)
    for (const name of ['unkept', 'stopped', 'stopped, kept'] as const)
      assert.equal(told(itemIn(stage, caseNamed(name).item), name, 2), 'same', `${stage}, ${name}`);
});

test('transition: what a stray event brings to an item whose parts are put away is ended too', () => {
  for (const stage of ['keeping', 'keeping paused'] as const) {
    assert.equal(told(itemIn(stage), 'packed', 3), 'same: release other', stage);
    assert.equal(told(itemIn(stage), 'started 99', 3), 'same: stop 99', stage);
  }
});
