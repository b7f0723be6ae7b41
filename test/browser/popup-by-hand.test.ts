import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 3_000_000;
let popup: Page;
const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ longhaul, display, origin }) {
    // The page that sends messages is opened first: a new tab would close the popup.
    await longhaul.items();
    await openPage(longhaul, display, awkwardPage(origin));
    display.press('alt+shift+l');
    popup = await opened(longhaul, 'popup.html');
  },
});

async function status(): Promise<string | undefined> {
  return (await here.longhaul.items())[0]?.status;
}

/** Clicks the row's button of this name, wherever it is on the screen. */
async function clickButton(name: string): Promise<void> {
  const selector = `button[aria-label^="${name}"], button[title^="${name}"]`;
  // Rows that come and go move what is below them: a click aims at what has come to rest.
  let place = await middleOf(popup, selector);
  let still = 0;
  await until(async () => {
    const before = JSON.stringify(place);
    place = await middleOf(popup, selector);
    still = before === JSON.stringify(place) ? still + 1 : 0;
    return still >= 12;
  }, 'the button to stand still');
  here.display.click(place);
}

/** Types into the add box as a person does, who looks whether the words have arrived before pressing Enter. */
async function typeIntoBox(text: string): Promise<void> {
  here.display.click(await middleOf(popup, 'textarea'));
  await popup.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  here.display.press('ctrl+a');
  here.display.type(text);
  await popup.waitForFunction(typed => document.querySelector('textarea')?.value === typed, {}, text);
  here.display.press('Return');
}

test('a link is typed, added with Enter, paused, resumed and cleared by hand', async () => {
  const url = here.origin.url('/by-hand.txt', { size: SIZE, rate: 400_000 });
  await typeIntoBox(`see ${url}, it is good`);
  await until(async () => (await status()) === 'running', 'the link to run');

  await popup.waitForSelector('[role=progressbar]');
  await until(async () => (await popup.evaluate(() => chrome.action.getBadgeText({}))) === '1', 'the badge');
  const title = (): Promise<string> => popup.evaluate(() => chrome.action.getTitle({}));
  await until(async () => /^Longhaul: 1 downloading( – \d+%)?$/.test(await title()), 'the title');
  await clickButton('Pause');
  await until(async () => (await status()) === 'paused', 'the pause');
  await clickButton('Resume');
  await until(async () => (await status()) === 'running', 'the resumption');

  const [item] = await here.longhaul.ended();
  assert.equal(item?.status, 'done');
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  assert.equal(here.origin.requestsFor('/by-hand.txt').length, 1);

  await popup.waitForFunction(() => document.body.innerText.includes('by-hand.txt'));
  await clickButton('Clear');
  await until(async () => (await here.longhaul.items()).length === 0, 'the list to be cleared');
});

test('a refused link is named with the reason, and stays in the box', async () => {
  await typeIntoBox('ftp://example.org/file.zip');
  await popup.waitForFunction(() => document.body.innerText.includes('not ftp: links'));
  assert.equal(await popup.$eval('textarea', element => element.value), 'ftp://example.org/file.zip');
  assert.deepEqual(await here.longhaul.items(), []);
});

test('a failure stands in the list in words, and its retry button tries again', async () => {
  const url = here.origin.url('/gone.txt', { status: 404, statusTimes: 1, size: 100 });
  await typeIntoBox(url);
  await until(async () => (await status()) === 'failed', 'the failure');
  await popup.waitForFunction(async () => (await chrome.action.getBadgeText({})) === '!');
  await popup.waitForFunction(() => document.body.innerText.includes('127.0.0.1'));
  await clickButton('Try');
  await until(async () => (await status()) === 'done', 'the retry to succeed');
});
