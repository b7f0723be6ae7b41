import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import type { Origin } from '../origin/origin.ts';
import { sha256OfFile, sha256OfUrl } from './harness.ts';
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
