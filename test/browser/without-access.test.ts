import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { Origin } from '../origin/origin.ts';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const SIZE = 12_000_000;

async function fetched(path: string, switches: Parameters<Origin['url']>[1], carrier?: 'background-fetch') {
  const url = here.origin.url(path, switches);
  const [id] = await here.longhaul.enqueue({ url, ...(carrier === undefined ? {} : { carrier }) });
  const item = (await here.longhaul.ended()).find(each => each.id === id);
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  return item;
}

test('without access a big file comes by the browser’s download, and its host is asked once', async () => {
  const item = await fetched('/plain.bin', { size: SIZE, disposition: 'attachment; filename="given.dat"' });
  assert.equal(item.carrier, 'browser-download');
  assert.equal(basename(item.path ?? ''), 'given.dat');
  assert.deepEqual(
    here.origin.requestsFor('/plain.bin').map(({ method }) => method),
    ['GET'],
  );
});

test('a Background Fetch that the user wishes works where the server allows CORS', async () => {
  const item = await fetched('/open.bin', { size: SIZE, cors: 'any' }, 'background-fetch');
  assert.equal(item.carrier, 'background-fetch');
});

test('one that turns out unreadable goes on as a browser download by itself, and its log says so', async () => {
  const item = await fetched('/closed.bin', { size: SIZE, cors: 'none' }, 'background-fetch');
  assert.equal(item.carrier, 'browser-download');
  assert.deepEqual(
    item.log.map(({ what }) => what),
    ['added', 'started', 'planned', 'failed', 'other-carrier', 'started', 'planned', 'done'],
  );
});

test('a server in trouble is asked again by itself, and its file arrives', async () => {
  const item = await fetched('/busy.txt', { size: SIZE, status: 503, statusTimes: 2 });
  assert.equal(item.attempt, 3);
  assert.deepEqual(
    here.origin.requestsFor('/busy.txt').map(({ status }) => status),
    [503, 503, 200],
  );
});

test('without access a download is paused where it is and goes on, and one that is cancelled is had by a retry', async () => {
  const url = here.origin.url('/held.bin', { size: SIZE, rate: 4_000_000 });
  const [id] = await here.longhaul.enqueue({ url });
  const isMoving = async (): Promise<boolean> => (await itemOf(id)).bytes > 0;
  await until(isMoving, 'the first bytes');
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'pause' });
  assert.equal((await itemOf(id)).status, 'paused');
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'resume' });
  await until(async () => (await itemOf(id)).status === 'running', 'it to run again');
  assert.equal((await itemOf(id)).attempt, 1);
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'cancel' });
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'retry' });
  await here.longhaul.ended();
  const item = await itemOf(id);
  assert.deepEqual([item.status, item.carrier, item.bytes], ['done', 'browser-download', SIZE]);
});

test('without access a group comes whole, each file under the name and in the folder that are wished', async () => {
  const links = ['one', 'two', 'three'].map(name => ({
    url: here.origin.url(`/${name}.txt`, { size: 1_000 }),
    group: 'Readings',
    mask: '*index*-*name*.*ext*',
    folder: 'readings',
  }));
  const { ids } = await here.longhaul.ask('enqueue', { links });
  const items = (await here.longhaul.ended()).filter(item => ids.includes(item.id));
  assert.deepEqual(
    items
      .map(({ status, carrier, path }) => `${status} ${carrier} ${path?.replace(here.longhaul.downloads, '')}`)
      .toSorted((a, b) => a.localeCompare(b)),
    ['1-one', '2-two', '3-three'].map(name => `done browser-download /readings/${name}.txt`),
  );
});

test('without access nothing of an item that has ended waits for any, and no rule is set', async () => {
  const page = await here.longhaul.page('options.html');
  assert.deepEqual(await page.evaluate(() => chrome.declarativeNetRequest.getDynamicRules()), []);
  for (const item of await here.longhaul.items()) assert.equal(item.needs, null, item.url);
});

async function itemOf(id: string | undefined): Promise<ListedItem> {
  const item = (await here.longhaul.items()).find(each => each.id === id);
  assert.ok(item !== undefined);
  return item;
}
