import { dump, emptyQueue, EVERYTHING, numbered, TAKES_ALL } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { Refusal } from '../../src/messages/refusal.ts';
import { database, VERSION } from '../../src/platform/item-database.ts';
import { NAME } from '../../src/platform/item-schema.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import type { ItemStore } from '../../src/worker/ports.ts';
import { itemIn } from '../core/make-item.ts';
import { failAt } from './fault.ts';
import { VERSION_1 } from './schemas/version-1.ts';

/** One call of each; a new one that is missing here is a compile error. */
const CALLS: Record<keyof ItemStore, () => Promise<unknown>> = {
  save: () => itemStore.save([numbered(1)]),
  update: () => itemStore.update(['n0'], () => ({ items: [], gates: [] })),
  add: () => itemStore.add([numbered(2)]),
  get: () => itemStore.get(['n0']),
  load: () => itemStore.load(0, 1),
  live: () => itemStore.live(),
  held: () => itemStore.held(),
  nextQueued: () => itemStore.nextQueued(TAKES_ALL),
  outlook: () => itemStore.outlook(),
  openGates: () => itemStore.openGates(['files.test']),
  withUrls: () => itemStore.withUrls(['https://files.test/0.bin']),
  hasFile: () => itemStore.hasFile('file.zip', 1),
  ends: () => itemStore.ends(),
  neighbour: () => itemStore.neighbour('a0', 'after'),
  counts: () => itemStore.counts(),
  glance: () => itemStore.glance(),
  idsIn: () => itemStore.idsIn(['queued']),
  idsOfGroup: () => itemStore.idsOfGroup('g', ['queued']),
  groups: () => itemStore.groups(),
  countsOfGroup: () => itemStore.countsOfGroup('g'),
  page: () => itemStore.page(EVERYTHING),
  remove: () => itemStore.remove(['n0'], 1),
  lastRemoval: () => itemStore.lastRemoval(),
  restore: () => itemStore.restore(1, item => item),
  birth: () => itemStore.birth(),
  forgetEnded: () => itemStore.forgetEnded({ most: 0, days: 1 }, 1),
  clearedIds: () => itemStore.clearedIds({ before: null, host: null, statuses: ['done'] }),
  nextBatch: () => itemStore.nextBatch(),
  markBirth: () => itemStore.markBirth('mark'),
  forgetRemoved: () => itemStore.forgetRemoved(1),
};

beforeEach(emptyQueue);
afterEach(() => mock.restoreAll());

async function refusedAs(code: string, call: () => Promise<unknown>, what = code): Promise<void> {
  await assert.rejects(call, error => {
    assert.ok(error instanceof Refusal, `${what}: ${String(error)}`);
    assert.equal(error.code, code, what);
    assert.match(error.message, new RegExp(`^${code.replace('-', '_')}\\b`), what);
    return true;
  });
}

test('a store of a newer version is refused by every call, and left as it is', async () => {
  await itemStore.save([numbered(0), numbered(3, itemIn('done'))], [{ site: 'files.test', until: 9, why: 'delay' }]);
  const newer = await openDB(NAME, 99, { upgrade: db => void db.createObjectStore('future') });
  newer.close();
  const before = await dump();
  assert.equal(before['version'], 99);
  for (const [name, call] of Object.entries(CALLS)) await refusedAs('store-newer', call, name);
  await Promise.all(Object.entries(CALLS).map(([name, call]) => refusedAs('store-newer', call, `${name}, at once`)));
  assert.deepEqual(await dump(), before);
});

test('once the newer store is gone, the next call works', async () => {
  (await openDB(NAME, 99)).close();
  await refusedAs('store-newer', CALLS.counts);
  await deleteDB(NAME);
  for (const [name, call] of Object.entries(CALLS)) await assert.doesNotReject(call, name);
  assert.equal((await dump())['version'], VERSION);
});

test('a newer store takes over while calls are under way: each ends well or is refused, and nothing is lost', async () => {
  await itemStore.save([numbered(0)]);
  const saves = [1, 2, 3, 4].map(number => itemStore.save([numbered(number)]));
  const taking = openDB(NAME, 99);
  const later = [5, 6, 7].map(number => itemStore.save([numbered(number)]));
  (await taking).close();
  const outcomes = await Promise.allSettled([...saves, ...later]);
  const db = await openDB(NAME);
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refusal, String(outcome.reason));
    assert.equal(
      (await db.get('items', `n${index + 1}`)) !== undefined,
      outcome.status === 'fulfilled',
      `n${index + 1}`,
    );
  }
  db.close();
});

test('an opening that another page holds up is given up in time, and tried again by the next call', async () => {
  const older = await VERSION_1.open(NAME);
  await VERSION_1.write(
    older,
    VERSION_1.samples.map(({ was }) => was),
  );
  const { patience, timers } = stoppedClock();
  const opening = mock.method(indexedDB, 'open');
  for (const attempt of [1, 2]) {
    const calls = [refusedAs('store-blocked', CALLS.counts), refusedAs('store-blocked', CALLS.save)];
    // The browser has told the other page and is waiting for it.
    await ticksUntil(() => timers.length === attempt);
    assert.equal(opening.mock.callCount(), attempt, 'calls that come together open together');
    timers.at(-1)?.abort();
    await Promise.all(calls);
  }
  const ms = patience.mock.calls[0]?.arguments[0] ?? 0;
  assert.ok(ms >= 1_000 && ms <= 30_000, `patience of ${ms} ms`);
  assert.equal((await older.getAll('items')).length, VERSION_1.samples.length);
  older.close();
  assert.equal((await itemStore.page(EVERYTHING)).total, VERSION_1.samples.length);
  // The openings that were given up have succeeded meanwhile: their connections must not hold up the next version.
  let isHeldUp = false;
  (await openDB(NAME, 99, { blocked: () => (isHeldUp = true) })).close();
  assert.equal(isHeldUp, false, 'a connection that nobody uses does not close');
});

test('a change of the version that takes longer than the patience is waited for', async () => {
  const older = await VERSION_1.open(NAME);
  await VERSION_1.write(
    older,
    VERSION_1.samples.map(({ was }) => was),
  );
  older.close();
  const { timers } = stoppedClock();
  const change = failAt(Number.POSITIVE_INFINITY, 'throws');
  const page = itemStore.page(EVERYTHING);
  await ticksUntil(() => change.count() > 0);
  for (const timer of timers) timer.abort();
  assert.equal((await page).total, VERSION_1.samples.length);
});

test('other faults of the opening are told by what they are, and the next call tries again', async () => {
  await itemStore.save([numbered(0)]);
  for (const [name, code] of [
    ['QuotaExceededError', 'store-full'],
    ['UnknownError', 'store-broken'],
    ['InvalidStateError', 'store-broken'],
  ] as const) {
    for (const fail of [failing, throwing]) {
      await endConnection();
      const opening = mock.method(indexedDB, 'open', () => fail(new DOMException('Internal error.', name)));
      await refusedAs(code, CALLS.counts, `${name} ${fail.name}`);
      await refusedAs(code, CALLS.save, `${name} ${fail.name}`);
      assert.equal(opening.mock.callCount(), 2);
      opening.mock.restore();
      assert.equal((await itemStore.counts()).queued, 1);
    }
  }
});

test('a connection that the browser has ended is made anew', async () => {
  await itemStore.save([numbered(0)]);
  await endConnection();
  assert.equal((await itemStore.counts()).queued, 1);
});

/** Time stands still: what waits for it to pass is told by the test that it has. */
function stoppedClock(): {
  patience: { mock: { calls: readonly { arguments: readonly number[] }[] } };
  timers: AbortController[];
} {
  const timers: AbortController[] = [];
  const patience = mock.method(AbortSignal, 'timeout', (_ms: number) => {
    const timer = new AbortController();
    timers.push(timer);
    return timer.signal;
  });
  return { patience, timers };
}

async function ticksUntil(isSo: () => boolean): Promise<void> {
  for (let ticks = 0; ticks < 1_000 && !isSo(); ticks += 1) await new Promise(resolve => setImmediate(resolve));
  assert.ok(isSo(), `not so: ${isSo.toString()}`);
}

/** Ends the store's connection as the browser does when its files are taken away, and waits until that is told. */
async function endConnection(): Promise<void> {
  const connection = unwrap(await database());
  const told = new Promise(resolve => connection.addEventListener('close', resolve));
  forceCloseDatabase(connection as never);
  await told;
}

function throwing(error: DOMException): never {
  throw error;
}

/** A request that fails as the browser's do: later. */
function failing(error: DOMException): IDBOpenDBRequest {
  const Request = IDBOpenDBRequest as unknown as new () => FakeRequest;
  const request = new Request();
  queueMicrotask(() => {
    Object.assign(request, { readyState: 'done', error });
    for (const { type, callback } of [...request.listeners]) if (type === 'error') callback.call(request);
  });
  return request;
}

/** What fake-indexeddb's requests have inside. */
type FakeRequest = IDBOpenDBRequest & {
  readonly listeners: readonly { readonly type: string; readonly callback: (this: unknown) => void }[];
};
