import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from '../harness.ts';
import { setting } from '../setting.ts';

const here = setting({ grants: 'all' });
const MIB = 1024 * 1024;
const EPISODE = 32 * MIB;
const POSTER = 200_000;

/** The browser's registrations and their titles cannot be asked for; their ids can. */
async function registrations(): Promise<readonly string[]> {
  const page = await here.longhaul.page('chooser.html');
  const ids = await page.evaluate(async () => {
    const own = await navigator.serviceWorker.getRegistration();
    return (own as unknown as { backgroundFetch: { getIds(): Promise<string[]> } }).backgroundFetch.getIds();
  });
  await page.close();
  return ids;
}

async function itemsOf(ids: readonly string[]) {
  return (await here.longhaul.items()).filter(({ id }) => ids.includes(id));
}

test('a podcast and its poster come in one registration, each under its own name', async () => {
  const episode = here.origin.url('/episode.mp3', { size: EPISODE, rate: 6 * MIB });
  const poster = here.origin.url('/poster.jpg', { size: POSTER });
  const ids = await here.longhaul.enqueue({ url: episode, group: 'Podcast' }, { url: poster, group: 'Podcast' });
  await until(async () => (await itemsOf(ids)).every(item => item.status === 'running'), 'both to run');
  assert.equal((await registrations()).length, 1);
  await here.longhaul.ended();
  const items = await itemsOf(ids);
  assert.deepEqual(
    items.map(({ status, carrier, path }) => [status, carrier, basename(path ?? '')]),
    [
      ['done', 'background-fetch', 'episode.mp3'],
      ['done', 'background-fetch', 'poster.jpg'],
    ],
  );
  assert.equal(sha256OfFile(items[0]?.path ?? ''), sha256OfUrl(episode, EPISODE));
  assert.equal(sha256OfFile(items[1]?.path ?? ''), sha256OfUrl(poster, POSTER));
  assert.deepEqual(
    here.origin.requestsFor('/poster.jpg').map(({ method, status }) => `${method} ${status}`),
    ['HEAD 200', 'GET 200'],
  );
});

test('one bad file of a group does not cost the others', async () => {
  const good = here.origin.url('/good.mp3', { size: EPISODE, rate: 12 * MIB });
  // The HEAD is fine, and the GET is not.
  const bad = here.origin.handle('/bad.jpg', (request, response) => {
    response.writeHead(request.method === 'HEAD' ? 200 : 404, { 'Content-Length': '2000000', ETag: '"x"' });
    response.end(request.method === 'HEAD' ? undefined : Buffer.alloc(2_000_000));
  });
  const ids = await here.longhaul.enqueue({ url: good, group: 'Mixed' }, { url: bad, group: 'Mixed' });
  await here.longhaul.ended();
  const items = await itemsOf(ids);
  assert.deepEqual(
    items.map(({ status, error }) => [status, error?.code ?? null]),
    [
      ['done', null],
      ['failed', 'not-found'],
    ],
  );
  assert.equal(sha256OfFile(items[0]?.path ?? ''), sha256OfUrl(good, EPISODE));
  const asked = here.origin.requestsFor('/good.mp3').filter(({ method }) => method === 'GET');
  assert.equal(asked.length, 4, 'each part was asked for once');
});

test('a group of small files goes by the browser’s own downloads', async () => {
  const urls = [1, 2, 3].map(n => here.origin.url(`/small-${n}.txt`, { size: 1_000 }));
  const ids = await here.longhaul.enqueue(...urls.map(url => ({ url, group: 'Small' })));
  await here.longhaul.ended();
  for (const item of await itemsOf(ids)) assert.deepEqual([item.status, item.carrier], ['done', 'browser-download']);
});

test('one of a group can be paused and goes on later, and the others are not disturbed', async () => {
  const urls = [1, 2].map(n => here.origin.url(`/track-${n}.mp3`, { size: EPISODE, rate: 4 * MIB }));
  const ids = await here.longhaul.enqueue(...urls.map(url => ({ url, group: 'Tracks' })));
  await until(async () => (await itemsOf(ids)).every(item => item.status === 'running'), 'both to run');
  await here.longhaul.ask('control', { ids: [ids[0] ?? ''], action: 'pause' });
  await until(async () => (await itemsOf(ids))[0]?.status === 'paused', 'the pause');
  await until(async () => (await itemsOf(ids))[1]?.status === 'done', 'the other one');
  assert.equal((await itemsOf(ids))[0]?.status, 'paused');
  await here.longhaul.ask('control', { ids: [ids[0] ?? ''], action: 'resume' });
  await here.longhaul.ended();
  const items = await itemsOf(ids);
  for (const [index, item] of items.entries())
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(urls[index] ?? '', EPISODE));
});
