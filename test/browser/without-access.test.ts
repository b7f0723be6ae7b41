import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl } from './harness.ts';

const SIZE = 12_000_000;
let origin: Origin;
let longhaul: Longhaul;

before(async () => {
  origin = await startOrigin();
  longhaul = await openLonghaul({ grants: 'none' });
});
after(async () => {
  await longhaul.close();
  await origin.close();
});

async function fetched(path: string, switches: Parameters<Origin['url']>[1], carrier?: 'background-fetch') {
  const url = origin.url(path, switches);
  const [id] = await longhaul.enqueue({ url, ...(carrier === undefined ? {} : { carrier }) });
  const item = (await longhaul.ended()).find(each => each.id === id);
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  return item;
}

test('without access a big file comes by the browser’s download, and its host is asked once', async () => {
  const item = await fetched('/plain.bin', { size: SIZE, disposition: 'attachment; filename="given.dat"' });
  assert.equal(item.carrier, 'browser-download');
  assert.equal(basename(item.path ?? ''), 'given.dat');
  assert.deepEqual(
    origin.requestsFor('/plain.bin').map(({ method }) => method),
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
