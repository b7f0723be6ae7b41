import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });
const BIG = 30_000_000;

async function only(id: string | undefined) {
  const items = await here.longhaul.ended();
  const item = items.find(each => each.id === id);
  assert.ok(item, 'the item is in the list');
  return item;
}

test('a big file without CORS on a granted host comes by Background Fetch, whole and rightly named', async () => {
  const disposition = `attachment; filename*=UTF-8''r%C3%A9sum%C3%A9%20one.dat`;
  const url = here.origin.url('/big', { size: BIG, cors: 'none', disposition });
  const [id] = await here.longhaul.enqueue({ url });
  const item = await only(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(item.carrier, 'background-fetch');
  assert.equal(item.bytes, BIG);
  assert.equal(basename(item.path ?? ''), 'résumé one.dat');
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, BIG));
  const requests = here.origin.requestsFor('/big').map(({ method, status }) => `${method} ${status}`);
  // 30 MB: three parts.
  assert.deepEqual(requests, ['HEAD 200', 'GET 206', 'GET 206', 'GET 206']);
});

test('a small file comes by the browser’s own download, with one request after the probe', async () => {
  const url = here.origin.url('/small.txt', { size: 1000 });
  const [id] = await here.longhaul.enqueue({ url });
  const item = await only(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(item.carrier, 'browser-download');
  assert.equal(basename(item.path ?? ''), 'small.txt');
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, 1000));
  assert.deepEqual(
    here.origin.requestsFor('/small.txt').map(({ method }) => method),
    ['HEAD', 'GET'],
  );
});

test('a missing file fails at once and says which, where and what to do', async () => {
  const url = here.origin.url('/missing.zip', { status: 404 });
  const [id] = await here.longhaul.enqueue({ url });
  const item = await only(id);
  assert.equal(item.status, 'failed');
  assert.equal(item.error?.code, 'not-found');
  assert.match(item.error.message, /127\.0\.0\.1:\d+ does not have this file \(HTTP 404\)\. Check the link/);
  assert.equal(item.path, null);
});

test('a file that wants its page as Referer gets it', async () => {
  const page = `${here.origin.base}/gallery/page.html?x=1#part`;
  const referer = `${here.origin.base}/gallery/page.html?x=1`;
  const url = here.origin.url('/guarded.jpg', { size: 2_000_000, needReferer: referer });
  const [id] = await here.longhaul.enqueue({ url, referrer: page });
  const item = await only(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(item.carrier, 'background-fetch');
  assert.deepEqual(
    here.origin.requestsFor('/guarded.jpg').map(request => request.referer),
    [referer, referer],
  );
});

test('a small file that wants a Referer is refused to the browser’s download and goes on by Background Fetch', async () => {
  const url = here.origin.url('/guarded-small.txt', { size: 500, needReferer: here.origin.base });
  const [id] = await here.longhaul.enqueue({ url, referrer: `${here.origin.base}/page.html` });
  const item = await only(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(item.carrier, 'background-fetch');
  assert.ok(item.log.some(({ what, detail }) => what === 'other-carrier' && detail === 'background-fetch'));
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, 500));
});

test('a redirect is followed, and the file bears the name of where it ends', async () => {
  const url = here.origin.url('/moved', { redirect: '/target.dat?size=2000000' });
  const [id] = await here.longhaul.enqueue({ url });
  const item = await only(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(basename(item.path ?? ''), 'target.dat');
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(`${here.origin.base}/target.dat`, 2_000_000));
});

test('a wished name and folder are kept by both carriers', async () => {
  const ids = await here.longhaul.enqueue(
    {
      url: here.origin.url('/wished-big.exe', { size: 2_000_000, type: 'text/plain' }),
      name: 'my file.iso',
      folder: 'a/b',
    },
    { url: here.origin.url('/wished-small.exe', { size: 10 }), name: 'my other.csv', folder: 'a' },
  );
  const big = await only(ids[0]);
  const small = await only(ids[1]);
  assert.equal(big.path, `${here.longhaul.downloads}/a/b/my file.iso`);
  assert.equal(big.carrier, 'background-fetch');
  assert.equal(small.path, `${here.longhaul.downloads}/a/my other.csv`);
  assert.equal(small.carrier, 'browser-download');
});

test('a right checksum is confirmed, a wrong one keeps the file out of the folder', async () => {
  const right = here.origin.url('/checked.txt', { size: 5000 });
  const wrong = here.origin.url('/tampered.txt', { size: 5000 });
  const ids = await here.longhaul.enqueue(
    { url: right, checksum: `sha-256:${sha256OfUrl(right, 5000)}` },
    { url: wrong, checksum: `sha-256:${sha256OfUrl(right, 5000)}` },
  );
  const checked = await only(ids[0]);
  assert.equal(checked.status, 'done', checked.error?.message);
  assert.ok(checked.log.some(({ what }) => what === 'checksum-right'));
  const tampered = await only(ids[1]);
  assert.equal(tampered.error?.code, 'wrong-checksum');
  assert.match(tampered.error.message, /does not have the checksum that was given/);
  assert.ok(!readdirSync(here.longhaul.downloads).includes('tampered.txt'));
});

test('a body that is shorter than promised is never called done', async () => {
  await here.longhaul.ask('settings', { set: { attempts: 1 } });
  const url = here.origin.url('/short.bin', { size: 1_500_000, length: 3_000_000 });
  const [id] = await here.longhaul.enqueue({ url, carrier: 'browser-download' });
  const item = await only(id);
  assert.equal(item.status, 'failed');
  assert.ok(!readdirSync(here.longhaul.downloads).includes('short.bin'), 'nothing half-finished lies in the folder');
});

test('at the end nothing of ours is left at work in the browser', async () => {
  await here.longhaul.ended();
  const page = await here.longhaul.page('chooser.html');
  const left = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return {
      rules: (await chrome.declarativeNetRequest.getDynamicRules()).length,
      alarms: (await chrome.alarms.getAll()).length,
      registrations: (await registration?.backgroundFetch.getIds())?.length ?? null,
      running: (await chrome.downloads.search({ state: 'in_progress' })).length,
    };
  });
  assert.deepEqual(left, { rules: 0, alarms: 0, registrations: 0, running: 0 });
});
