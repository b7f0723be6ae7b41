import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl } from './harness.ts';
import {
  arrivedHere,
  assertLeft,
  fileAt,
  filesNamed,
  foreign,
  openPageWith,
  SIZE,
  switchOn,
  takeOverSetting,
} from './take-over-page.ts';

const here = takeOverSetting();

test('a click on a site that is switched on comes into the queue with its Referer, and lands once', async () => {
  const page = await openPageWith(
    here,
    '/on.html',
    url => `<a id="it" href="${fileAt(here, '/taken.txt', url)}">file</a>`,
  );
  await page.click('#it');
  const item = await arrivedHere(here);
  assert.equal(item.referrer, page.url());
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, SIZE));
  assert.deepEqual(filesNamed(here, 'taken'), ['taken.txt']);
  assert.deepEqual(await foreign(here, 'taken'), [], 'it is still in the list of the browser');
  await page.close();
});

test('what an extension downloads, this one first of all, is not taken from it', async () => {
  await switchOn(here, '*');
  const urls = ['/own-1.txt', '/own-2.txt'].map(path => here.origin.url(path, { size: 500_000, rate: 500_000 }));
  await here.longhaul.enqueue(...urls.map(url => ({ url, carrier: 'browser-download' as const })));
  const items = await here.longhaul.ended();
  assert.deepEqual(items.map(({ url, status }) => `${status} ${url}`).sort(), urls.map(url => `done ${url}`).sort());
  for (const url of urls) {
    const gets = here.origin.requestsFor(new URL(url).pathname).filter(({ headers }) => headers['range'] === undefined);
    assert.deepEqual(gets.map(({ method }) => method).sort(), ['GET', 'HEAD'], url);
  }
});

test('a type that the browser makes better by the name is the same type still', async () => {
  // What others call text has bytes in it: that case is the `.txt` of all other tests.
  const url = here.origin.url('/archive.zip', { size: SIZE, rate: SIZE, type: 'application/octet-stream' });
  const page = await openPageWith(here, '/archive.html', () => `<a id="it" href="${url}">file</a>`);
  await page.click('#it');
  assert.equal(basename((await arrivedHere(here)).path ?? ''), 'archive.zip');
  assert.deepEqual(await foreign(here, 'archive.zip'), []);
  await page.close();
});

test('what a form is answered is the browser’s, for it cannot be asked for again', async () => {
  const action = here.origin.handle('/report', (request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html');
      return void response.end('<p>Fill in the form.');
    }
    response.setHeader('content-disposition', 'attachment; filename="report.txt"');
    response.setHeader('content-type', 'text/plain');
    response.setHeader('content-length', SIZE);
    response.write(Buffer.alloc(SIZE - 1, 'a'));
    setTimeout(() => response.end('z'), 1_000);
    return undefined;
  });
  const page = await openPageWith(
    here,
    '/form.html',
    () => `<form method="post" action="${action}"><input name="year" value="2026"><button id="it">Get</button></form>`,
  );
  await page.click('#it');
  await assertLeft(here, '/report', 'report.txt');
  const methods = here.origin.requestsFor('/report').map(({ method }) => method);
  assert.deepEqual(methods, ['POST', 'GET'], 'the server was asked whether it gives it again');
  await page.close();
});

test('what a page has made itself is the browser’s', async () => {
  const page = await openPageWith(
    here,
    '/blob.html',
    () => `<a id="it" download="made.txt">file</a><script>
      it.href = URL.createObjectURL(new Blob([new Uint8Array(${SIZE})], { type: 'text/plain' }));
    </script>`,
  );
  await page.click('#it');
  await assertLeft(here, 'blob:', 'made.txt');
  await page.close();
});

test('a site that is not switched on keeps its downloads', async () => {
  const page = await openPageWith(
    here,
    '/off.html',
    url => `<a id="it" href="${fileAt(here, '/off.txt', url).replace('127.0.0.1', 'localhost')}">file</a>`,
    'localhost',
  );
  await page.click('#it');
  await assertLeft(here, 'off.txt', 'off.txt');
  await page.close();
});
