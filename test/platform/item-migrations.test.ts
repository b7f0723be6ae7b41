import { bare, dump, emptyQueue, EVERYTHING, TAKES_ALL } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { PRIORITIES, STATUSES } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import { database, VERSION } from '../../src/platform/item-database.ts';
import { NAME } from '../../src/platform/item-schema.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { FAULT_KINDS, failAt } from './fault.ts';
import type { OldSchema } from './schemas/old-schema.ts';
import { VERSION_1 } from './schemas/version-1.ts';
import { VERSION_2 } from './schemas/version-2.ts';
import { VERSION_3 } from './schemas/version-3.ts';

/** Every version that users may have on their disks. */
const OLD_SCHEMAS: readonly OldSchema[] = [VERSION_1, VERSION_2, VERSION_3];

/** A change of the version that is left open would hold up every test after it. */
const LIMITED = { timeout: 60_000 };

beforeEach(emptyQueue);
afterEach(() => mock.restoreAll());

/** Makes a database as that version left it. */
async function make(schema: OldSchema, items: readonly object[]): Promise<void> {
  const db = await schema.open(NAME);
  await schema.write(db, items);
  db.close();
}

test('there is a schema for each version before this one', () => {
  assert.deepEqual(
    OLD_SCHEMAS.map(({ version }) => version),
    Array.from({ length: VERSION - 1 }, (_, index) => index + 1),
  );
});

for (const schema of OLD_SCHEMAS) {
  const { version, samples } = schema;
  const was = samples.map(sample => sample.was);
  const is = samples.map(sample => sample.is);
  const from = `from version ${version}`;

  test(`${from}: the samples are of every status and priority`, () => {
    assert.deepEqual(
      STATUSES.filter(status => !is.some(item => item.status === status)),
      [],
    );
    assert.deepEqual(
      PRIORITIES.filter(priority => !is.some(item => item.priority === priority)),
      [],
    );
  });

  test(`${from}: every item is there, grown, and the counts are as before`, async () => {
    await make(schema, was);
    const { total, items } = await itemStore.page(EVERYTHING);
    assert.equal(total, samples.length);
    assert.deepEqual(items.map(bare), is.toSorted(byOrder));
    const counts = await itemStore.counts();
    for (const status of STATUSES)
      assert.equal(counts[status], is.filter(item => item.status === status).length, status);
  });

  test(`${from}: stores, records and indexes are those of a new queue with the same items`, async () => {
    await make(schema, was);
    await itemStore.counts();
    const grown = await dump();
    assert.equal(grown['version'], VERSION);
    await emptyQueue();
    await itemStore.add(is);
    assert.deepEqual(grown, await dump());
  });

  test(`${from}: the queue works on`, async () => {
    await make(schema, was);
    const queued = (await itemStore.nextQueued(TAKES_ALL)).map(bare);
    assert.deepEqual(queued, is.filter(item => item.status === 'queued').toSorted(byTurn));
    for (const item of is.filter(({ status }) => status === 'done')) {
      const name = (item.status === 'done' && item.path.split(/[/\\]/).at(-1)) || '';
      assert.equal(await itemStore.hasFile(name, item.status === 'done' ? item.bytes : 0), true, name);
    }
    for (const { group } of await itemStore.groups())
      assert.deepEqual(
        (await itemStore.page({ ...EVERYTHING, group: group.id })).items.map(bare),
        is.filter(item => item.group?.id === group.id).toSorted(byOrder),
      );
    assert.ok((await itemStore.groups()).length > 0);
    await itemStore.save(is, [{ site: 'files.test', until: 5, why: 'delay' }]);
    assert.equal((await itemStore.outlook()).gates.length, 1);
    await itemStore.remove(
      is.map(({ id }) => id),
      1,
    );
    assert.equal(await itemStore.restore(1, item => item), is.length);
    assert.deepEqual((await itemStore.page(EVERYTHING)).items.map(bare), is.toSorted(byOrder));
  });

  test(`${from}: a queue of three thousand is brought over`, async () => {
    const keys = keysAfter(null, 3_000);
    const many = keys.map((order, number) => ({ ...at(was, number), id: `n${number}`, order }));
    await make(schema, many);
    const { total, items } = await itemStore.page(EVERYTHING);
    assert.equal(total, many.length);
    assert.deepEqual(
      items.map(({ id }) => id),
      many.map(({ id }) => id),
    );
    const grown = keys.map((order, number) => ({ ...at(is, number), id: `n${number}`, order }));
    assert.deepEqual(items.map(bare), grown);
    const counts = await itemStore.counts();
    for (const status of STATUSES)
      assert.equal(counts[status], grown.filter(item => item.status === status).length, status);
  });

  test(`${from}: an empty queue is brought over`, async () => {
    await make(schema, []);
    assert.deepEqual(await itemStore.page(EVERYTHING), { total: 0, items: [] });
    await itemStore.add(is);
    assert.equal((await itemStore.page(EVERYTHING)).total, is.length);
  });

  for (const kind of FAULT_KINDS)
    test(
      `${from}: whichever operation of the change ${kind}, all is as it was, and the next opening succeeds`,
      LIMITED,
      async () => {
        let n = 1;
        for (; ; n += 1) {
          await emptyQueue();
          await make(schema, was);
          const before = await dump();
          const fault = failAt(n, kind);
          const isOpened = await database().then(
            () => true,
            (error: { code?: unknown }) => assert.equal(error.code, 'store-broken', `operation ${n}`),
          );
          fault.lift();
          if (isOpened === true && fault.count() < n) break;
          assert.notEqual(isOpened, true, `operation ${n} failed, and the store seems to be open`);
          assert.deepEqual(await dump(), before, `operation ${n}`);
          assert.deepEqual((await itemStore.page(EVERYTHING)).items.map(bare), is.toSorted(byOrder), `operation ${n}`);
        }
        assert.ok(n > samples.length, `only ${n} operations failed`);
      },
    );
}

/** The samples over and over. */
function at<T>(samples: readonly T[], number: number): T {
  const sample = samples[number % samples.length];
  assert.ok(sample !== undefined);
  return sample;
}

interface Placed {
  readonly order: string;
  readonly priority: (typeof PRIORITIES)[number];
}

function byOrder(a: Placed, b: Placed): number {
  return a.order < b.order ? -1 : 1;
}

function byTurn(a: Placed, b: Placed): number {
  return PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || byOrder(a, b);
}
