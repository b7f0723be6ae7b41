import { dump, emptyQueue, EVERYTHING, idsOf, numbered } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { STATUSES } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { itemIn, NOW } from '../core/make-item.ts';
import { FAULT_KINDS, failAt, type FaultKind } from './fault.ts';

const GATES: readonly SiteGate[] = [
  { site: 'files.test', until: NOW + 9, why: 'retry-after' },
  { site: 'new.test', until: NOW + 9, why: 'delay' },
];

const WRITES: Record<string, () => Promise<unknown>> = {
  save: () =>
    itemStore.save([numbered(0, itemIn('done')), numbered(8, itemIn('waiting')), numbered(1), numbered(9)], GATES),
  'save of gates': () => itemStore.save([], GATES),
  add: () => itemStore.add([numbered(7), numbered(8, itemIn('paused')), numbered(9)]),
  remove: () => itemStore.remove(['n0', 'n1', 'n2', 'nobody'], NOW + 5),
  restore: () => itemStore.restore(NOW, item => item),
  forgetRemoved: () => itemStore.forgetRemoved(NOW),
  openGates: () => itemStore.openGates(['files.test', 'slow.test']),
  markBirth: () => itemStore.markBirth('mark'),
};

beforeEach(emptyQueue);
afterEach(() => mock.restoreAll());

/** A queue with something of everything that a write may change. */
async function fill(): Promise<void> {
  const stages = ['queued', 'running fetch', 'failed', 'done', 'paused', 'queued'] as const;
  await itemStore.save(
    stages.map((stage, number) => numbered(number, itemIn(stage))),
    [
      { site: 'files.test', until: NOW + 5, why: 'delay' },
      { site: 'slow.test', until: NOW + 5, why: 'delay' },
    ],
  );
  await itemStore.remove(['n4', 'n5'], NOW);
}

async function countsAreInStep(what: string): Promise<void> {
  const { items } = await itemStore.page(EVERYTHING);
  const counts = await itemStore.counts();
  for (const status of STATUSES)
    assert.equal(counts[status], items.filter(item => item.status === status).length, `${what}: ${status}`);
}

/** Does the write with its n-th operation failing. Answers whether it has that many. */
async function writeWithFault(write: () => Promise<unknown>, n: number, kind: FaultKind): Promise<boolean> {
  const fault = failAt(n, kind);
  try {
    await write();
    assert.ok(fault.count() < n, `operation ${n} ${kind}, and the write says that it is done`);
  } catch (error) {
    if (fault.count() < n) throw error;
  } finally {
    fault.lift();
  }
  return fault.count() >= n;
}

for (const [name, write] of Object.entries(WRITES))
  for (const kind of FAULT_KINDS)
    test(`${name}: whichever operation ${kind}, all of it is undone`, async () => {
      let n = 1;
      for (; ; n += 1) {
        await emptyQueue();
        await fill();
        const before = await dump();
        if (!(await writeWithFault(write, n, kind))) break;
        assert.deepEqual(await dump(), before, `operation ${n}`);
        await countsAreInStep(`operation ${n}`);
        await write();
        await countsAreInStep(`after operation ${n}, once more`);
      }
      assert.ok(n > 2, 'no operation failed');
    });

test('a write that fails says why, not only that it was given up', async () => {
  await itemStore.save([numbered(0)]);
  await assert.rejects(itemStore.add([numbered(0), numbered(1)]), { name: 'ConstraintError' });
});

test('a fault in the second thousand of a restoring leaves each item either here or to be restored', async () => {
  const count = 1_500;
  const items = keysAfter(null, count).map((order, number) => ({ ...numbered(number), order }));
  for (const kind of FAULT_KINDS) {
    await emptyQueue();
    await itemStore.add(items);
    await itemStore.remove(idsOf(items), NOW);
    // The first thousand takes a put and a delete each, and a few operations for the counts.
    assert.equal(await writeWithFault(() => itemStore.restore(NOW, item => item), 2_500, kind), true);
    await countsAreInStep(kind);
    assert.equal((await itemStore.counts()).queued, 1_000);
    assert.deepEqual(await itemStore.lastRemoval(), { at: NOW, count: 500 });
    assert.equal(await itemStore.restore(NOW, item => item), 500);
    assert.deepEqual(idsOf((await itemStore.page(EVERYTHING)).items), idsOf(items));
  }
});
