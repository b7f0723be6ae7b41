import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { ListedItem, Reply } from '../../src/messages/protocol.ts';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 3_000_000;
const here = setting({ grants: 'all' });

beforeEach(async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await here.longhaul.ask('settings', { set: { takeOver: { sites: ['127.0.0.1'], types: [], leastSize: 1_000_000 } } });
});

/** A file that the browser would download, and that wants the page as Referer. */
function fileAt(path: string, page: string): string {
  return here.origin.url(path, { size: SIZE, rate: SIZE, disposition: 'attachment', needReferer: page });
}

/** Opens a page with one thing to click in it, `#it`. */
async function openPageWith(path: string, html: (page: string) => string, host = '127.0.0.1'): Promise<Page> {
  const url = here.origin.page(path, '').replace('127.0.0.1', host);
  here.origin.page(path, `<!doctype html><title>A page</title><body>${html(url)}`);
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(url);
  return page;
}

async function ownPage(): Promise<Page> {
  const url = here.longhaul.chromium.url('chooser.html');
  const target = here.longhaul.chromium.browser.targets().find(each => each.url() === url);
  const page = await target?.page();
  assert.ok(page !== null && page !== undefined, 'no page of ours is open');
  return page;
}

/** The browser's downloads that we have not asked for, of URLs with this in them. */
async function foreign(part: string): Promise<chrome.downloads.DownloadItem[]> {
  const page = await ownPage();
  return page.evaluate(async text => {
    const all = await chrome.downloads.search({});
    return all.filter(({ byExtensionId, url }) => byExtensionId === undefined && url.includes(text));
  }, part);
}

function filesNamed(name: string): readonly string[] {
  return readdirSync(here.longhaul.downloads).filter(each => each.startsWith(name));
}

async function arrivedHere(): Promise<ListedItem> {
  const [item] = await until(async () => {
    const items = await here.longhaul.items();
    return items.length > 0 ? items : null;
  }, 'the item');
  assert.ok(item !== undefined);
  const ended = (await here.longhaul.ended()).find(({ id }) => id === item.id);
  assert.equal(ended?.status, 'done', ended?.error?.message);
  return ended;
}

/** The browser brings the file itself, and the queue knows nothing of it. */
async function assertLeft(part: string, name: string): Promise<void> {
  const [download] = await until(async () => {
    const all = await foreign(part);
    return all.length > 0 && all.every(({ state }) => state === 'complete') ? all : null;
  }, `the browser's own download of ${part}`);
  assert.equal(basename(download?.filename ?? ''), name);
  assert.deepEqual(filesNamed(name), [name]);
  assert.deepEqual(await here.longhaul.items(), []);
}

test('a click on a site that is switched on comes into the queue with its Referer, and lands once', async () => {
  const page = await openPageWith('/on.html', url => `<a id="it" href="${fileAt('/taken.txt', url)}">file</a>`);
  await page.click('#it');
  const item = await arrivedHere();
  assert.equal(item.referrer, page.url());
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, SIZE));
  assert.deepEqual(filesNamed('taken'), ['taken.txt']);
  assert.deepEqual(await foreign('taken'), [], 'it is still in the list of the browser');
  await page.close();
});

test('what an extension downloads, this one first of all, is not taken from it', async () => {
  await here.longhaul.ask('settings', { set: { takeOver: { sites: ['*'], types: [], leastSize: 0 } } });
  const urls = ['/own-1.txt', '/own-2.txt'].map(path => here.origin.url(path, { size: 500_000, rate: 500_000 }));
  await here.longhaul.enqueue(...urls.map(url => ({ url, carrier: 'browser-download' as const })));
  const items = await here.longhaul.ended();
  assert.deepEqual(items.map(({ url, status }) => [url, status]).sort(), urls.map(url => [url, 'done']).sort());
  for (const url of urls) {
    const gets = here.origin.requestsFor(new URL(url).pathname).filter(({ headers }) => headers['range'] === undefined);
    assert.deepEqual(gets.map(({ method }) => method).sort(), ['GET', 'HEAD'], url);
  }
});

test('a click with Alt held is the browser’s, which downloads what it would show otherwise', async () => {
  const url = here.origin.url('/alt.txt', { size: SIZE, rate: SIZE });
  const page = await openPageWith('/alt.html', () => `<a id="it" href="${url}">file</a>`);
  await page.keyboard.down('Alt');
  await page.click('#it');
  await page.keyboard.up('Alt');
  await assertLeft('alt.txt', 'alt.txt');
  await page.close();
});

test('the script in the page may say that much, and nothing else', async () => {
  await here.longhaul.ask('settings', { set: { takeOver: { sites: ['localhost'], types: [], leastSize: 0 } } });
  const page = await openPageWith('/script.html', () => 'Nothing to click', 'localhost');
  const session = await page.createCDPSession();
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(here.longhaul.chromium.extensionId)) ids.push(context.id);
  });
  await session.send('Runtime.enable');
  const [contextId] = await until(async () => (ids.length > 0 ? ids : null), 'the script of ours');
  assert.ok(contextId !== undefined);
  for (const [name, isHeard] of [
    ['bypass', true],
    ['list', false],
    ['enqueue', false],
    ['settings', false],
  ] as const) {
    const expression = `chrome.runtime.sendMessage({ to: 'worker', name: '${name}', ask: {} })`;
    const answer: { result: { value?: Reply<unknown> } } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const reply = answer.result.value;
    assert.equal(reply?.ok === true ? 'heard' : reply?.error.code, isHeard ? 'heard' : 'forbidden', name);
  }
  await page.close();
});

test('a page that was open before its site was switched on is listened in, too', async () => {
  await here.longhaul.ask('settings', { set: { takeOver: { sites: [], types: [], leastSize: 0 } } });
  const page = await openPageWith('/early.html', url => `<a id="it" href="${fileAt('/early.txt', url)}">file</a>`);
  await here.longhaul.ask('settings', { set: { takeOver: { sites: ['*'], types: [], leastSize: 0 } } });
  await page.keyboard.down('Alt');
  await page.click('#it');
  await page.keyboard.up('Alt');
  await assertLeft('early.txt', 'early.txt');
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
    '/form.html',
    () => `<form method="post" action="${action}"><input name="year" value="2026"><button id="it">Get</button></form>`,
  );
  await page.click('#it');
  await assertLeft('/report', 'report.txt');
  const methods = here.origin.requestsFor('/report').map(({ method }) => method);
  assert.deepEqual(methods, ['POST', 'GET'], 'the server was asked whether it gives it again');
  await page.close();
});

test('what a page has made itself is the browser’s', async () => {
  const page = await openPageWith(
    '/blob.html',
    () => `<a id="it" download="made.txt">file</a><script>
      it.href = URL.createObjectURL(new Blob([new Uint8Array(${SIZE})], { type: 'text/plain' }));
    </script>`,
  );
  await page.click('#it');
  await assertLeft('blob:', 'made.txt');
  await page.close();
});

test('a site that is not switched on keeps its downloads', async () => {
  const page = await openPageWith(
    '/off.html',
    url => `<a id="it" href="${fileAt('/off.txt', url).replace('127.0.0.1', 'localhost')}">file</a>`,
    'localhost',
  );
  await page.click('#it');
  await assertLeft('off.txt', 'off.txt');
  await page.close();
});

test('a worker that is killed over it leaves the file with one of both', async t => {
  const SLOW = 700;
  for (const wait of [0, 100, 300, 500, 900]) {
    await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
    const name = `killed-${wait}.txt`;
    const switches = { size: SIZE, rate: SIZE, disposition: 'attachment' };
    // The first request is the click; what asks again has to wait.
    const url = here.origin.decide(`/${name}`, () =>
      here.origin.requestsFor(`/${name}`).length === 1 ? switches : { ...switches, latency: SLOW },
    );
    const page = await openPageWith(`/kill-${wait}.html`, () => `<a id="it" href="${url}">file</a>`);
    await page.click('#it');
    await until(async () => here.origin.requestsFor(`/${name}`).length > 0, 'the click');
    await new Promise(resolve => setTimeout(resolve, wait));
    assert.ok(await here.longhaul.killWorker(), 'there was no worker to be killed');
    // Any message brings the next worker to life.
    const one = await until(async () => {
      const items = await here.longhaul.ended();
      const downloads = await foreign(name);
      const isOver = downloads.every(({ state }) => state === 'complete');
      return isOver && items.length + downloads.length > 0 ? { items, downloads } : null;
    }, name);
    assert.equal(one.items.length + one.downloads.length, 1, `${wait} ms: ${JSON.stringify(one)}`);
    t.diagnostic(`${wait} ms: ${one.items.length === 1 ? 'ours' : 'the browser’s'}`);
    for (const item of one.items) assert.equal(item.status, 'done', item.error?.message);
    assert.deepEqual(filesNamed(name), [name]);
    assert.equal(sha256OfFile(join(here.longhaul.downloads, name)), sha256OfUrl(url, SIZE));
    await page.close();
  }
});

for (const how of ['crash', 'quit'] as const) {
  test(`a browser that ends over it (${how}) loses nothing`, async () => {
    const path = `/${how}.txt`;
    const switches = { size: SIZE, rate: SIZE, disposition: 'attachment' };
    const url = here.origin.decide(path, () =>
      here.origin.requestsFor(path).length === 2 ? { ...switches, latency: 5_000 } : switches,
    );
    const page = await openPageWith(`/${how}.html`, () => `<a id="it" href="${url}">file</a>`);
    await page.click('#it');
    await until(async () => here.origin.requestsFor(path).length === 2, 'the question whether it comes again');
    await here.longhaul[how]();
    await here.longhaul.open();
    const item = await arrivedHere();
    assert.equal(item.referrer, `${here.origin.base}/${how}.html`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
    assert.deepEqual(filesNamed(how), [`${how}.txt`]);
    assert.deepEqual(await foreign(`${how}.txt`), []);
  });
}
