import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { PageLinks } from '../../src/messages/protocol.ts';
import type { Origin } from '../origin/origin.ts';
import { picture } from './awkward-page.ts';
import { middleOf, opened, openPage, pressInMenu } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'none',
  onScreen: true,
  prepare({ origin }) {
    picture(origin);
    pageUrl = pageOf(origin);
  },
});

/** A page with one of each that has entries of its own, and frames of its own site and of another. */
function pageOf(origin: Origin): string {
  const frame = (name: string): string =>
    origin.page(`/menus/${name}.html`, `<body>A frame <a href="${name}.txt?size=10">Its link</a>`);
  return origin.page(
    '/menus/page.html',
    `<!doctype html><title>Menus</title>
    <body style="font: 20px sans-serif; margin: 20px">
    <p id="nothing">Nothing to see here, only a line of words.</p>
    <p><a id="link" href="linked.txt?size=100#part">A relative link</a></p>
    <p id="selection">Some <a href="/second.txt?size=20">second</a> and <a href="/third.txt?size=30">third</a></p>
    <p><img id="image" src="/picture.svg" width="120" height="60" alt="A picture"></p>
    <p><video id="video" src="/film.webm?size=50" style="background: gray" width="240" height="60"></video></p>
    <p><audio id="audio" src="/song.mp3?size=60" controls></audio></p>
    <iframe id="own-frame" src="${frame('own')}" width="300" height="90"></iframe>
    <iframe id="other-frame" src="${frame('other').replace('127.0.0.1', 'localhost')}" width="300" height="90"></iframe>`,
  );
}

/**
 * Right-clicks an element and presses keys at our place in the menu. Chromium puts an extension's entries right before
 * its own last group, which has `below` entries here; several of ours are in a submenu, each with its access key.
 */
async function choose(selector: string, keys: readonly string[], below = 1): Promise<Page> {
  const page = await openPage(here.longhaul, here.display, pageUrl);
  if (selector === '#selection')
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#selection') ?? document.body));
  const up = Array.from({ length: below + 1 }, () => 'Up');
  await pressInMenu(here.display, await middleOf(page, selector), ...up, ...keys);
  return page;
}

/** Waits until these are in the queue, each once and sent from the page. */
async function added(...paths: readonly string[]): Promise<void> {
  const items = await until(
    async () => {
      const all = await here.longhaul.items();
      return paths.every(path => all.some(({ url }) => new URL(url).pathname === path)) ? all : null;
    },
    paths.join(', '),
    20,
  );
  for (const path of paths) {
    const found = items.filter(({ url }) => new URL(url).pathname === path);
    assert.deepEqual(
      found.map(({ referrer }) => referrer),
      [pageUrl],
    );
  }
}

/** The one page of links that lies in the basket of the chooser that has opened; the queue has nothing new. */
async function putAside(before: number): Promise<PageLinks> {
  const chooser = await opened(here.longhaul, 'chooser.html?basket=');
  const basket = new URL(chooser.url()).searchParams.get('basket') ?? '';
  const { pages } = await here.longhaul.ask('read-basket', { basket });
  await chooser.close();
  assert.equal((await here.longhaul.items()).length, before);
  const [page, ...others] = pages;
  assert.ok(page);
  assert.equal(others.length, 0);
  return page;
}

for (const [what, key, optionsKey, path] of [
  ['link', 's', 'o', '/menus/linked.txt'],
  ['image', 'i', 'm', '/picture.svg'],
  ['video', 'v', 'd', '/film.webm'],
  ['audio', 'a', 'u', '/song.mp3'],
] as const) {
  test(`${what}: with options the chooser opens with that one`, async () => {
    const before = (await here.longhaul.items()).length;
    await choose(`#${what}`, ['Right', optionsKey]);
    const { title, links } = await putAside(before);
    assert.equal(title, 'Menus');
    assert.deepEqual(
      links.map(link => [new URL(link.url).pathname, link.kind, link.page]),
      [[path, what, pageUrl]],
    );
  });

  test(`${what}: is sent`, async () => {
    await choose(`#${what}`, ['Right', key]);
    await added(path);
  });
}

test('selection: with options the chooser opens with its links; else they are sent', async () => {
  const before = (await here.longhaul.items()).length;
  await choose('#selection', ['Right', 'w']);
  const { links } = await putAside(before);
  assert.deepEqual(
    links.map(({ url }) => new URL(url).pathname),
    ['/second.txt', '/third.txt'],
  );
  await choose('#selection', ['Right', 'l']);
  await added('/second.txt', '/third.txt');
});

test('page: the chooser opens with its links', async () => {
  await choose('#nothing', ['Return'], 2);
  const chooser = await opened(here.longhaul, 'chooser.html?tab=');
  await chooser.waitForFunction(() => document.body.innerText.includes('linked.txt'));
  await chooser.close();
});

test('frame: the chooser opens with the links of that frame alone', async () => {
  const before = (await here.longhaul.items()).length;
  await choose('#own-frame', ['Right', 'f'], 4);
  const { url, links } = await putAside(before);
  assert.equal(new URL(url).pathname, '/menus/own.html');
  assert.deepEqual(
    links.map(link => new URL(link.url).pathname),
    ['/menus/own.txt'],
  );
});

test('frame of a site that is not granted: a notice names it', async () => {
  await choose('#other-frame', ['Right', 'f'], 4);
  const notice = await until(async () => (await here.longhaul.ask('summary', {})).notice, 'the notice', 20);
  assert.equal(notice.kind, 'page-refused');
  assert.match(notice.text, /localhost/);
});

test('an entry that is switched off is not there, and the one that is left stands in the menu itself', async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await here.longhaul.ask('settings', { set: { menusOff: ['link-options'] } });
  await choose('#link', ['Return']);
  await added('/menus/linked.txt');
});

test('a basket that nobody has put aside is refused', async () => {
  const reply = await here.longhaul.reply('read-basket', { basket: 'nothing' });
  assert.equal(reply.ok ? 'answered' : reply.error.code, 'unknown-basket');
});
