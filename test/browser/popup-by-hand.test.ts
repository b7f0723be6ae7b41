import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { awkwardPage } from './awkward-page.ts';
import { type Display, middleOf, openDisplay, opened, openPage } from './display.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl, until } from './harness.ts';

const SIZE = 3_000_000;
let origin: Origin;
let display: Display;
let longhaul: Longhaul;
let popup: Page;

before(async () => {
  origin = await startOrigin();
  display = await openDisplay();
  longhaul = await openLonghaul({ grants: 'none', display: display.name });
  // The page that sends messages is opened first: a new tab would close the popup.
  await longhaul.items();
  await openPage(longhaul, display, awkwardPage(origin));
  display.press('alt+shift+l');
  popup = await opened(longhaul, 'popup.html');
});
after(async () => {
  await longhaul.close();
  display.close();
  await origin.close();
});

async function status(): Promise<string | undefined> {
  return (await longhaul.items())[0]?.status;
}

/** Clicks the row's button of this name, wherever it is on the screen. */
async function clickButton(name: string): Promise<void> {
  const selector = `button[aria-label^="${name}"], button[title^="${name}"]`;
  display.click(await middleOf(popup, selector));
}

test('a link is typed, added with Enter, paused, resumed and cleared by hand', async () => {
  const url = origin.url('/by-hand.txt', { size: SIZE, rate: 400_000 });
  await popup.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  display.type(`see ${url}, it is good`);
  display.press('Return');
  await until(async () => (await status()) === 'running', 'the link to run');

  await popup.waitForSelector('[role=progressbar]');
  await clickButton('Pause');
  await until(async () => (await status()) === 'paused', 'the pause');
  await clickButton('Resume');
  await until(async () => (await status()) === 'running', 'the resumption');

  const [item] = await longhaul.ended();
  assert.equal(item?.status, 'done');
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  assert.equal(origin.requestsFor('/by-hand.txt').length, 1);

  await popup.waitForFunction(() => document.body.innerText.includes('by-hand.txt'));
  await clickButton('Clear');
  await until(async () => (await longhaul.items()).length === 0, 'the list to be cleared');
});

test('a refused link is named with the reason, and stays in the box', async () => {
  const box = await middleOf(popup, 'textarea');
  display.click(box);
  display.press('ctrl+a');
  display.type('ftp://example.org/file.zip');
  display.press('Return');
  await popup.waitForFunction(() => document.body.innerText.includes('not ftp: links'));
  assert.equal(await popup.$eval('textarea', element => element.value), 'ftp://example.org/file.zip');
  assert.deepEqual(await longhaul.items(), []);
});

test('a failure stands in the list in words, and its retry button tries again', async () => {
  const url = origin.url('/gone.zip', { status: 404, statusTimes: 1, size: 100 });
  display.click(await middleOf(popup, 'textarea'));
  display.press('ctrl+a');
  display.type(url);
  display.press('Return');
  await until(async () => (await status()) === 'failed', 'the failure');
  await popup.waitForFunction(() => document.body.innerText.includes('127.0.0.1'));
  await clickButton('Try');
  await until(async () => (await status()) === 'done', 'the retry to succeed');
});
