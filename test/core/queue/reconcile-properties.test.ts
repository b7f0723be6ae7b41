import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLive, type QueueItem } from '../../../src/core/queue/item.ts';
import { downloadIdOf } from '../../../src/core/queue/item-jobs.ts';
import { type DownloadFact, type Facts, GRACE, reconcile } from '../../../src/core/queue/reconcile.ts';
import { isKeeping } from '../../../src/core/queue/keeping.ts';
import { type Change } from '../../../src/core/queue/change.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { stageOf } from '../in-words.ts';
import { itemIn, NOW, PARCEL, STAGE_NAMES, termsWith } from '../make-item.ts';

const IDS = ['a', 'b', 'c'];
const URLS = ['https://files.test/1', 'https://files.test/2'];

/** Where a download may be adopted more often than elsewhere. */
const stages = fc.oneof(fc.constantFrom(...STAGE_NAMES), fc.constant('asking download' as const));

const items: fc.Arbitrary<readonly QueueItem[]> = fc
  .tuple(
    ...IDS.map(id =>
      fc
        .record({ stage: stages, url: fc.constantFrom(...URLS), attempt: fc.nat(3) })
        .map(({ stage, url, attempt }) => itemIn(stage, { id, url, attempt })),
    ),
  )
  .map(list => list.filter((item, index) => isFirstOwner(item, index, list)));

/** No two items own one download or one blob: the queue never lets that happen. */
function isFirstOwner(item: QueueItem, index: number, list: readonly QueueItem[]): boolean {
  const isShared = (other: QueueItem): boolean =>
    (downloadIdOf(item) !== null && downloadIdOf(other) === downloadIdOf(item)) ||
    ('parcel' in item && 'parcel' in other);
  return !list.slice(0, index).some(isShared);
}

const registrations = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...IDS), fc.nat(3)))
  .map(list => new Set(list.map(([id, attempt]) => `${id}.${attempt}`)));
const downloads: fc.Arbitrary<readonly DownloadFact[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 5, max: 9 }),
    url: fc.constantFrom(...URLS, PARCEL.objectUrl),
    state: fc.constantFrom('in_progress', 'interrupted', 'complete'),
    error: fc.constantFrom(null, 'CRASH', 'USER_CANCELED', 'SERVER_FAILED', 'FILE_NO_SPACE'),
    path: fc.constantFrom('', '/d/f'),
    bytes: fc.constantFrom(0, PARCEL.size),
    startedAt: fc.integer({ min: NOW - 5_000, max: NOW + 5_000 }),
  }),
  { selector: ({ id }) => id },
);
const facts: fc.Arbitrary<Facts> = fc.record({
  now: fc.integer({ min: NOW - 2 * GRACE, max: NOW + 2 * GRACE }),
  isNewSession: fc.boolean(),
  underWay: registrations,
  registrations,
  downloads,
  owned: fc.constantFrom(new Set<number>(), new Set([6])),
  objectUrls: fc.constantFrom(new Set<string>(), new Set([PARCEL.objectUrl])),
});

function afterwards(item: QueueItem, around: Facts): Change {
  const events = reconcile([item], around).flatMap(verdict => verdict.events);
  return events.reduce<Change>(
    (before, event) => {
      const after = transition(before.item, event, termsWith({ now: around.now }));
      return { item: after.item, effects: [...before.effects, ...after.effects] };
    },
    { item, effects: [] },
  );
}

function always(what: string, law: (list: readonly QueueItem[], around: Facts) => void): void {
  test(what, () => fc.assert(fc.property(items, facts, law), { numRuns: 250 }));
}

always('a verdict is about a live item and its present attempt, one verdict an item', (list, around) => {
  const verdicts = reconcile(list, around);
  assert.equal(new Set(verdicts.map(({ id }) => id)).size, verdicts.length);
  for (const { id, events } of verdicts) {
    const item = list.find(each => each.id === id);
    assert.ok(item !== undefined && isLive(item));
    assert.ok(events.length > 0);
    for (const event of events) assert.ok('attempt' in event && event.attempt === item.attempt);
  }
});

always('no download belongs to two items afterwards', (list, around) => {
  const adopted = reconcile(list, around).flatMap(({ id, events }) =>
    events.flatMap(event =>
      event.type === 'started' && event.downloadId !== null ? [{ id, on: event.downloadId }] : [],
    ),
  );
  const owned = list.flatMap(item => {
    const on = downloadIdOf(item);
    return on === null ? [] : [{ id: item.id, on }];
  });
  const all = [...owned, ...adopted].map(({ on }) => on);
  // A blob's URL names one parcel, so who asked to save it owns what bears it.
  const isOfBlob = (id: number): boolean =>
    around.downloads.some(fact => fact.id === id && fact.url === PARCEL.objectUrl);
  const shared = all.filter((on, index) => all.indexOf(on) !== index && !isOfBlob(on));
  assert.deepEqual(shared, []);
});

always('an item whose attempt is under way in this worker is not lost', (list, around) => {
  for (const item of list) {
    const isUnderWay = around.underWay.has(`${item.id}.${item.attempt}`);
    if (isUnderWay && !('step' in item && item.step === 'writing')) assert.deepEqual(reconcile([item], around), []);
  }
});

always('in a new session nothing goes on by a registration of the old one', (list, around) => {
  for (const item of list) {
    if (!around.isNewSession || around.underWay.has(`${item.id}.${item.attempt}`)) continue;
    const { item: after, effects } = afterwards(item, around);
    // What a registration has brought may still be read; then it is ended.
    if (isKeeping(after)) assert.ok(effects.some(effect => effect.do === 'keep'));
    if (isKeeping(after)) continue;
    const isFetching = after.status === 'running' && after.carrier === 'background-fetch';
    // A download that was asked for may still come: only the extension may be new.
    if (stageOf(after) === 'asking download' && after === item) continue;
    const isAsking = after.status === 'starting' || (after.status === 'saving' && after.step !== 'writing');
    assert.ok(!isFetching && !isAsking, after.status);
  }
});

always('in a new session no end is blamed on the user or on the server', (list, around) => {
  if (!around.isNewSession) return;
  for (const event of reconcile(list, around).flatMap(({ events }) => events)) {
    assert.notEqual(event.type, 'cancelled-in-browser');
    if (event.type === 'failed') assert.equal(event.reason.code, 'wrong-size');
  }
});

always(
  'what is lost is lost with the browser where that was closed or crashed, and with the worker elsewhere',
  (list, around) => {
    for (const item of list) {
      const [lost] = reconcile([item], around).flatMap(({ events }) => events.filter(event => event.type === 'lost'));
      if (lost === undefined) continue;
      const hasCrashed = around.downloads.some(({ error }) => error === 'CRASH');
      if (around.isNewSession) assert.equal(lost.with, 'browser');
      else if (!hasCrashed) assert.equal(lost.with, 'worker');
    }
  },
);

always('a fetch that the browser has is not missing, and one that it has not is not found', (list, around) => {
  for (const item of list) {
    const types = reconcile([item], around).flatMap(({ events }) => events.map(({ type }) => type));
    const isThere = around.registrations.has(`${item.id}.${item.attempt}`);
    assert.ok(!types.includes(isThere ? 'missing' : 'found'));
  }
});

always('looking a second time at the same facts finds nothing new', (list, around) => {
  for (const item of list) {
    const { item: after } = afterwards(item, around);
    if (!isLive(after) || !isLive(item)) continue;
    const again = afterwards(after, around);
    const isStill = after.status === 'saving' && after.step === 'asking';
    assert.ok(again.item === after || isStill, `${item.status} → ${after.status} → ${again.item.status}`);
  }
});
