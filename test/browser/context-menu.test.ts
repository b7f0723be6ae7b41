import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardPage, picture } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'none',
  onScreen: true,
  prepare({ origin }) {
    picture(origin);
    pageUrl = awkwardPage(origin);
  },
});

/**
 * Right-clicks an element and takes the entry that stands `fromEnd` entries above the menu's last one. Chromium puts an
 * extension's entries right before its own last group (Inspect; View page source and Inspect on a page).
 */
async function choose(selector: string, fromEnd: number): Promise<void> {
  const page = await openPage(here.longhaul, here.display, pageUrl);
  if (selector === '#selection')
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#selection') ?? document.body));
  here.display.click(await middleOf(page, selector), 'right');
  // The menu grabs the keyboard as soon as it is up; keys that come before would go to the page.
  await new Promise(resolve => setTimeout(resolve, 700));
  here.display.press(...Array.from({ length: fromEnd + 1 }, () => 'Up'), 'Return');
}

async function added(count: number): Promise<string | undefined> {
  const items = await until(
    async () => {
      const all = await here.longhaul.items();
      return all.length === count ? all : null;
    },
    `${count} items`,
    20,
  ).catch((error: unknown) => {
    here.display.screenshot('/tmp/longhaul-context-menu.png');
    throw error;
  });
  const last = items.at(-1);
  assert.equal(last?.referrer, pageUrl);
  return new URL(last.url).pathname;
}

test('on a link', async () => {
  await choose('#link', 1);
  assert.equal(await added(1), '/awkward/linked.txt');
});

test('on an image', async () => {
  await choose('#image', 1);
  assert.equal(await added(2), '/picture.svg');
});

test('on a video', async () => {
  await choose('#video', 1);
  assert.equal(await added(3), '/film.webm');
});

test('on a selection', async () => {
  await choose('#selection', 1);
  assert.equal(await added(5), '/third.txt');
});

test('on a page it opens the chooser', async () => {
  await choose('#nothing', 2);
  const chooser = await opened(here.longhaul, 'chooser.html?tab=');
  await chooser.waitForFunction(() => document.body.innerText.includes('archive.tar.gz'));
});
