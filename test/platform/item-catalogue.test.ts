import { emptyQueue, numbered } from './queue-on-disk.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { CatalogueRow } from '../../src/core/catalogue/row.ts';
import { openCatalogue } from '../../src/platform/item-catalogue.ts';
import { NAME } from '../../src/platform/item-schema.ts';
import { hearItems } from '../../src/platform/item-news.ts';
import { itemStore } from '../../src/platform/item-store.ts';
import { itemIn } from '../core/make-item.ts';

beforeEach(emptyQueue);

test('the first rows are those of the head of the queue, what has ended behind them', async () => {
  await itemStore.add([numbered(3, itemIn('done')), numbered(2), numbered(1, itemIn('running download'))]);
  const catalogue = openCatalogue();
  assert.deepEqual(
    (await catalogue.first(2)).map(({ id }) => id),
    ['n1', 'n2'],
  );
  assert.deepEqual(
    (await catalogue.first(10)).map(({ id }) => id),
    ['n1', 'n2', 'n3'],
  );
  assert.equal((await catalogue.counts()).done, 1);
});

test('all rows come, a chunk at a time, each once', async () => {
  const items = Array.from({ length: 1_203 }, (_, n) => ({ ...itemIn('queued'), id: `i${n}`, order: `a${n}` }));
  await itemStore.add(items);
  const rows: CatalogueRow[] = [];
  const chunks: number[] = [];
  for await (const chunk of openCatalogue().all()) {
    chunks.push(chunk.length);
    rows.push(...chunk);
  }
  assert.deepEqual(chunks, [500, 500, 203]);
  assert.equal(new Set(rows.map(({ id }) => id)).size, 1_203);
});

test('rows of ids: those that are there', async () => {
  await itemStore.add([numbered(1)]);
  const rows = await openCatalogue().read(['gone', 'n1']);
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['n1'],
  );
});

test('where there is no queue yet none is made, and the next look finds the one that the worker has made', async () => {
  const catalogue = openCatalogue();
  await assert.rejects(catalogue.first(1));
  assert.deepEqual(
    (await indexedDB.databases()).filter(({ name }) => name === NAME),
    [],
  );
  await itemStore.add([numbered(1)]);
  assert.equal((await catalogue.first(1)).length, 1);
});

test('each kind of writing is told, after it was done', async () => {
  const heard: string[][] = [];
  const stop = hearItems(ids => heard.push([...ids]));
  await itemStore.add([numbered(1), numbered(2)]);
  await itemStore.save([numbered(1, itemIn('paused'))]);
  await itemStore.update(['n2'], found => ({ items: found.filter(item => item !== undefined), gates: [] }));
  await itemStore.remove(['n1'], 5);
  await itemStore.restore(5, item => item);
  await until(() => heard.length === 5);
  assert.deepEqual(heard, [['n1', 'n2'], ['n1'], ['n2'], ['n1'], ['n1']]);
  stop();
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}
