import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { MENU_ENTRIES } from '../../src/core/menu-entry.ts';
import { awkwardPage } from './awkward-page.ts';
import { opened, openPage, pressInMenu, toolbarButton } from './display.ts';
import { until } from './harness.ts';
import { violations } from './popup-page.ts';
import { setKey } from './set-key.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'none',
  onScreen: true,
  prepare({ origin }) {
    pageUrl = awkwardPage(origin);
  },
});

/** Opens the page, right-clicks the button in the toolbar and presses the access key of an entry. */
async function choose(key: string): Promise<Page> {
  const page = await openPage(here.longhaul, here.display, pageUrl);
  await pressInMenu(here.display, await toolbarButton(page), key);
  return page;
}

async function isHeld(): Promise<boolean> {
  return (await here.longhaul.ask('summary', {})).hold;
}

function queueTabs(): number {
  const url = here.longhaul.chromium.url('manager.html');
  return here.longhaul.chromium.browser.targets().filter(target => target.url() === url).length;
}

function isVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => document.visibilityState === 'visible');
}

test('Chromium shows six entries of the button at most, so we have no more', async () => {
  const page = await here.longhaul.page('chooser.html');
  assert.equal(await page.evaluate(() => chrome.contextMenus.ACTION_MENU_TOP_LEVEL_LIMIT), 6);
  assert.ok(MENU_ENTRIES.slice(MENU_ENTRIES.indexOf('choose-links')).length <= 6);
  await page.close();
});

test('choose links on this page', async () => {
  await choose('c');
  const chooser = await opened(here.longhaul, 'chooser.html?tab=');
  await chooser.waitForFunction(() => document.body.innerText.includes('archive.tar.gz'));
  await chooser.close();
});

test('choose links of several tabs: the tab of the click is named and may be read, by activeTab', async () => {
  await choose('t');
  const tabs = await opened(here.longhaul, 'tabs.html');
  await tabs.waitForFunction(() => document.body.innerText.includes('Awkward'));
  await tabs.locator('.tabs-footer .button-main').click();
  const chooser = await opened(here.longhaul, 'chooser.html?tabs=');
  const id = Number(new URL(chooser.url()).searchParams.get('tabs'));
  const { links } = await here.longhaul.ask('read-page', { tabId: id });
  assert.ok(links.length > 3);
  await chooser.close();
});

test('choose links of several tabs: of those that are highlighted', async () => {
  const own = await here.longhaul.page('options.html');
  const page = await openPage(here.longhaul, here.display, pageUrl);
  await own.evaluate(async () => {
    const tabs = await chrome.tabs.query({ currentWindow: true });
    const self = await chrome.tabs.getCurrent();
    await chrome.tabs.highlight({ tabs: [0, self?.index ?? tabs.length - 1] });
  });
  await pressInMenu(here.display, await toolbarButton(page), 't');
  const tabs = await opened(here.longhaul, 'tabs.html?chosen=');
  assert.match(tabs.url(), /\?chosen=\d+,\d+$/);
  await tabs.close();
  await own.close();
});

test('pause all, and resume all', async () => {
  await choose('p');
  await until(isHeld, 'all to be paused', 20);
  await choose('r');
  await until(async () => !(await isHeld()), 'all to go on', 20);
});

test('show beside the page: the side panel, which shows what the popup shows', async () => {
  await choose('b');
  const panel = await opened(here.longhaul, 'sidepanel.html');
  await panel.waitForSelector('.popup-footer');
  assert.equal(await panel.evaluate(() => innerHeight - document.body.offsetHeight), 0, 'it fills the height');
  assert.deepEqual(await violations(panel), []);
  // The page has its whole width again, and the button its place.
  await panel.close();
});

test('open the queue in a tab: one, which comes to the front again; the key for it does the same', async () => {
  await choose('q');
  const queue = await opened(here.longhaul, 'manager.html');
  await until(() => isVisible(queue), 'the queue in front', 20);
  await choose('q');
  await until(() => isVisible(queue), 'the queue in front again', 20);
  assert.equal(queueTabs(), 1);

  const shortcuts = await here.longhaul.chromium.browser.newPage();
  await shortcuts.goto('chrome://extensions/shortcuts');
  await shortcuts.evaluate(setKey, here.longhaul.chromium.extensionId, 'open-queue', 'Alt+Shift+Q');
  await shortcuts.close();
  await openPage(here.longhaul, here.display, pageUrl);
  await until(async () => !(await isVisible(queue)), 'the page in front', 20);
  here.display.press('alt+shift+q');
  await until(() => isVisible(queue), 'the queue in front by the key', 20);
  assert.equal(queueTabs(), 1);
});
