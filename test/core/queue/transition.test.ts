import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueEvent } from '../../../src/core/queue/event.ts';
import { type QueueItem, STATUSES } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, STAGE_NAMES, STAGES, termsWith } from '../make-item.ts';
import { readTable } from '../read-table.ts';
import {
  caseNamed,
  type EVENT_CASES,
  EVENT_NAMES,
  type EventName,
  eventOf,
  type KEEPING_CASES,
  type KeepingName,
} from './event-cases.ts';
import { TABLES } from './transition-tables.ts';

/** A type of event that is added later, and that no table asks about, is a compile error here. */
type AskedHere = (typeof EVENT_CASES)[EventName]['event']['type'];
/** By `transition-keeping.test.ts`. */
type AskedElsewhere = (typeof KEEPING_CASES)[KeepingName]['event']['type'];
type Unasked = Exclude<QueueEvent['type'], AskedHere | AskedElsewhere>;
const nothingIsUnasked: [Unasked] extends [never] ? true : Unasked = true;

test('the tables ask about every status and every event', () => {
  const asked = new Set(Object.values(STAGES).map(({ status }) => status));
  assert.deepEqual(new Set(STATUSES), asked);
  assert.deepEqual(new Set(TABLES.flatMap(([, events]) => events)), new Set(EVENT_NAMES));
  assert.ok(nothingIsUnasked);
});

function told(before: QueueItem, name: EventName, attempt: number): string {
  const one = caseNamed(name);
  return changeInWords(before, transition(before, eventOf(one, attempt), termsWith(one.terms)));
}

for (const [table, events] of TABLES) {
  for (const { row, cells } of readTable(table, STAGE_NAMES, events)) {
    test(`transition: ${row}: ${events.join('; ')}`, () => {
      const stage = STAGE_NAMES.find(each => each === row) ?? 'queued';
      const seen = events.map(name => {
        const before = itemIn(stage, caseNamed(name).item);
        const next = told(before, name, before.attempt);
        return [name, cells[name]?.endsWith(': ?') ? `${next.split(':')[0]}: ?` : next];
      });
      assert.deepEqual(Object.fromEntries(seen), cells);
    });
  }
}
