import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { Happening, QueueEvent } from '../../../src/core/queue/event.ts';
import { STATUSES } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, OWN_DOWNLOAD, PARCEL, STAGE_NAMES, STAGES, termsWith } from '../make-item.ts';
import { readTable } from '../read-table.ts';

type Told = Happening | { readonly type: 'picked' } | { readonly type: 'due' };

/** One event of each type, and more where the answer depends on what is in it. Download 99 and `other` are strangers. */
const EVENTS = {
  picked: { type: 'picked' },
  due: { type: 'due' },
  probed: {
    type: 'probed',
    probe: {
      kind: 'answered',
      finalUrl: 'https://files.test/dir/file.zip',
      total: 5_000_000,
      contentType: null,
      disposition: null,
    },
  },
  'probe failed': { type: 'probed', probe: { kind: 'failed', failure: failure('not-found') } },
  started: { type: 'started', downloadId: null },
  'started 99': { type: 'started', downloadId: 99 },
  'started 7': { type: 'started', downloadId: OWN_DOWNLOAD },
  unheard: { type: 'unheard' },
  missing: { type: 'missing' },
  fetched: { type: 'fetched' },
  packed: { type: 'packed', parcel: { ...PARCEL, objectUrl: 'blob:other' } },
  'still-packed': { type: 'still-packed' },
  completed: { type: 'completed', path: '/downloads/file.zip', bytes: 1_000 },
  lost: { type: 'lost' },
  'cancelled-in-browser': { type: 'cancelled-in-browser' },
  'failed later': { type: 'failed', reason: failure('server-error') },
  'failed user': { type: 'failed', reason: failure('gone') },
  'failed other': { type: 'failed', reason: failure('unreadable') },
} as const satisfies Record<string, Told>;

/** A type of event that is added later, and that no table asks about, is a compile error here. */
type Unasked = Exclude<QueueEvent['type'], (typeof EVENTS)[keyof typeof EVENTS]['type']>;
const nothingIsUnasked: [Unasked] extends [never] ? true : Unasked = true;

type EventName = keyof typeof EVENTS;

/**
 * Each cell is the next stage and the effects, or `same`. An `?` leaves the effects open: whether a fetch that began
 * after nobody wanted it any more is stopped, and what cannot happen.
 */
const START = `
                 | picked                      | due    | probed            | probe failed
queued           | probing: probe              | same   | same              | same
queued held      | running download: go-on 7   | same   | same              | same
probing          | same                        | same   | asking fetch: ask | failed
asking fetch     | same                        | same   | same              | same
asking download  | same                        | same   | same              | same
running fetch    | same                        | same   | same              | same
running missing  | same                        | same   | same              | same
running download | same                        | same   | same              | same
collecting       | same                        | same   | same              | same
asking save      | same                        | same   | same              | same
writing          | same                        | same   | same              | same
waiting          | same                        | queued | same              | same
paused           | same                        | same   | same              | same
paused held      | same                        | same   | same              | same
done             | same                        | same   | same              | same
failed           | same                        | same   | same              | same
cancelled        | same                        | same   | same              | same`;

const RUN = `
                 | started       | started 99       | started 7        | missing         | fetched
queued           | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same
queued held      | same: stop one.3 | same: stop 99    | same             | same            | same
probing          | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same
asking fetch     | running fetch | running fetch: ? | running fetch: ? | same            | collecting: collect
asking download  | same: stop one.3 | running download | running download | same            | same
running fetch    | same          | same: stop 99    | same: stop 7     | running missing | collecting: collect
running missing  | same          | same: stop 99    | same: stop 7     | same            | collecting: collect
running download | same: stop one.3 | same: stop 99    | same             | same            | same
collecting       | same          | same: stop 99    | same: stop 7     | same            | same
asking save      | same          | writing          | writing          | same            | same
writing          | same          | same: stop 99    | same             | same            | same
waiting          | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same
paused           | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same
paused held      | same: stop one.3 | same: stop 99    | same             | same            | same
done             | same: stop one.3 | same: stop 99    | same             | same            | same
failed           | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same
cancelled        | same: stop one.3 | same: stop 99    | same: stop 7     | same            | same`;

const SAVE = `
                 | unheard   | packed              | still-packed | completed         | lost
queued           | same      | same: release other | same         | same              | same
queued held      | same      | same: release other | same         | same              | same
probing          | same      | same: release other | same         | same              | queued
asking fetch     | same: ask | same: release other | same         | same              | queued: stop one.3
asking download  | same      | same: release other | same         | same              | queued
running fetch    | same      | same: release other | same         | same              | queued: stop one.3
running missing  | same      | same: release other | same         | same              | queued: stop one.3
running download | same      | same: release other | same         | done              | queued: stop 7
collecting       | same      | asking save: save   | same         | same              | queued
asking save      | same      | same: release other | same: save   | same              | queued: release own
writing          | same      | same: release other | same         | done: release own | queued: stop 7, release own
waiting          | same      | same: release other | same         | same              | same
paused           | same      | same: release other | same         | same              | same
paused held      | same      | same: release other | same         | same              | same
done             | same      | same: release other | same         | same              | same
failed           | same      | same: release other | same         | same              | same
cancelled        | same      | same: release other | same         | same              | same`;

const END = `
                 | cancelled-in-browser           | failed later                 | failed user                 | failed other
queued           | same                           | same                         | same                        | same
queued held      | same                           | same                         | same                        | same
probing          | cancelled                      | waiting                      | failed                      | failed
asking fetch     | cancelled: stop one.3          | waiting: stop one.3          | failed: stop one.3          | queued: stop one.3
asking download  | cancelled                      | waiting                      | failed                      | queued
running fetch    | cancelled: stop one.3          | waiting: stop one.3          | failed: stop one.3          | queued: stop one.3
running missing  | cancelled: stop one.3          | waiting: stop one.3          | failed: stop one.3          | queued: stop one.3
running download | cancelled: stop 7              | waiting: stop 7              | failed: stop 7              | queued: stop 7
collecting       | cancelled                      | waiting                      | failed                      | queued
asking save      | cancelled: release own         | waiting: release own         | failed: release own         | queued: release own
writing          | cancelled: stop 7, release own | waiting: stop 7, release own | failed: stop 7, release own | queued: stop 7, release own
waiting          | same                           | same                         | same                        | same
paused           | same                           | same                         | same                        | same
paused held      | same                           | same                         | same                        | same
done             | same                           | same                         | same                        | same
failed           | same                           | same                         | same                        | same
cancelled        | same                           | same                         | same                        | same`;

const TABLES: readonly (readonly [table: string, events: readonly EventName[]])[] = [
  [START, ['picked', 'due', 'probed', 'probe failed']],
  [RUN, ['started', 'started 99', 'started 7', 'missing', 'fetched']],
  [SAVE, ['unheard', 'packed', 'still-packed', 'completed', 'lost']],
  [END, ['cancelled-in-browser', 'failed later', 'failed user', 'failed other']],
];
const OF_NO_ATTEMPT: readonly string[] = ['picked', 'due'];

function eventNamed(name: string, attempt: number): QueueEvent {
  const told: Told | undefined = Object.entries(EVENTS).find(([each]) => each === name)?.[1];
  if (told === undefined) throw new Error(`no event ${name}`);
  return told.type === 'picked' || told.type === 'due' ? told : { attempt, ...told };
}

test('the tables ask about every status and every event', () => {
  const asked = new Set(Object.values(STAGES).map(({ status }) => status));
  assert.deepEqual(new Set(STATUSES), asked);
  assert.deepEqual(new Set(TABLES.flatMap(([, events]) => events)), new Set(Object.keys(EVENTS)));
  assert.ok(nothingIsUnasked);
});

for (const [table, events] of TABLES) {
  for (const { row, cells } of readTable(table, STAGE_NAMES, events)) {
    test(`transition: ${row}: ${events.join(', ')}`, () => {
      const told = events.map(name => {
        const before = itemIn(STAGE_NAMES.find(each => each === row) ?? 'queued');
        const next = changeInWords(before, transition(before, eventNamed(name, before.attempt), termsWith()));
        return [name, cells[name]?.endsWith(': ?') ? `${next.split(':')[0]}: ?` : next];
      });
      assert.deepEqual(Object.fromEntries(told), cells);
    });
  }
}

for (const attempt of [2, 4]) {
  for (const stage of STAGE_NAMES) {
    test(`transition: ${stage}, events of attempt ${attempt} instead of 3 change nothing`, () => {
      const before = itemIn(stage);
      const strays: Record<string, string> = { 'started 99': 'same: stop 99', packed: 'same: release other' };
      for (const name of Object.keys(EVENTS).filter(each => !OF_NO_ATTEMPT.includes(each))) {
        if (name === 'started' || name === 'started 7') continue;
        const told = changeInWords(before, transition(before, eventNamed(name, attempt), termsWith()));
        assert.equal(told, strays[name] ?? 'same', name);
      }
    });
  }
}

test('transition: a late start of an earlier attempt that is the item’s own download now is left alone', () => {
  const before = itemIn('running download');
  assert.equal(changeInWords(before, transition(before, eventNamed('started 7', 2), termsWith())), 'same');
  const other = itemIn('running fetch');
  assert.equal(changeInWords(other, transition(other, eventNamed('started 7', 2), termsWith())), 'same: stop 7');
});
