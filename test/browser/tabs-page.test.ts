import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let here127: string;
let atLocalhost: string;
const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ origin, longhaul, display }) {
    here127 = awkwardPage(origin);
    atLocalhost = here127.replace('127.0.0.1', 'localhost');
    await openPage(longhaul, display, here127);
    for (const url of [atLocalhost, 'chrome://version/']) await (await longhaul.chromium.browser.newPage()).goto(url);
  },
});

/** The rows of the list: what is read in each, and whether it can be chosen and is. */
function rowsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.tab-row')].map(row => {
      const box = row.querySelector('input');
      const parts = [...row.querySelectorAll('.tab-title, .tab-host, .tab-note')].map(({ textContent }) => textContent);
      return [...parts, box?.disabled === true ? 'shut' : box?.checked === true ? 'on' : 'off'].join(' | ');
    }),
  );
}

/** The browser's own prompt, which no driver can see, fades in. Deny has the focus, Allow is next. */
async function answerPrompt(answer: 'allow' | 'deny'): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 1_500));
  here.display.press(...(answer === 'allow' ? ['Tab', 'Return'] : ['Return']));
}

/** The browser remembers that the user has allowed it before, and does not ask a second time. */
async function nameAgain(page: Page): Promise<void> {
  here.display.click(await middleOf(page, '.offer .button'));
  await page.waitForFunction(() => document.querySelector('.offer') === null);
}

async function openTabs(): Promise<Page> {
  const page = await here.longhaul.page('tabs.html');
  await page.bringToFront();
  await page.waitForSelector('.tab-row');
  return page;
}

function permissions(page: Page): Promise<chrome.permissions.Permissions> {
  return page.evaluate(() => chrome.permissions.getAll());
}

test('before any grant the tabs have no names, and none can be chosen', async () => {
  const page = await openTabs();
  assert.deepEqual(await rowsOf(page), [
    'Tab 1 | Not named yet | shut',
    'Tab 2 | Not named yet | shut',
    'Tab 3 | Not named yet | shut',
  ]);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('named on a click, and the permission is given back; then one question, declined: nothing is opened', async () => {
  const page = await openTabs();
  here.display.click(await middleOf(page, '.offer .button'));
  await answerPrompt('allow');
  const host = new URL(here127).host;
  const port = new URL(here127).port;
  await shows(page, 'Awkward');
  assert.deepEqual(await rowsOf(page), [
    `Awkward | ${host} | The browser will ask | on`,
    `Awkward | localhost:${port} | The browser will ask | on`,
    'About Version | chrome://version | Closed to extensions | shut',
  ]);
  await until(async () => !(await permissions(page)).permissions?.includes('tabs'), 'the permission to be given back');
  await shows(page, 'The browser will ask once for access to 2 sites: 127.0.0.1 and localhost.');
  assert.deepEqual(await violations(page), []);

  here.display.click(await middleOf(page, '.tabs-footer .button-main'));
  await answerPrompt('deny');
  await shows(page, 'Without access 2 tabs are left out', 'No tab chosen');
  assert.deepEqual((await permissions(page)).origins, []);
  await page.close();
});

test('of tabs that are granted and others, the granted ones are read when the question is declined', async () => {
  const own = await openTabs();
  await grantFor(own, 1);
  const page = await openTabs();
  assert.deepEqual(
    (await rowsOf(page)).map(row => row.split(' | ').at(-1)),
    ['on', 'shut', 'shut'],
  );
  await nameAgain(page);
  await shows(page, 'The browser will ask for access to localhost.');
  here.display.click(await middleOf(page, '.tabs-footer .button-main'));
  await answerPrompt('deny');
  await shows(page, 'Without access 1 tab is left out: localhost', 'Choose links of 1 tab');
  here.display.click(await middleOf(page, '.tabs-footer .button-main'));
  const chooser = await opened(here.longhaul, 'chooser.html?tabs=');
  assert.match(chooser.url(), /\?tabs=\d+$/);
  await chooser.close();
});

/** Grants the site of the `nth` tab alone, by the page's own ways. */
async function grantFor(page: Page, nth: number): Promise<void> {
  await nameAgain(page);
  await page.click('.tabs-choices .button:last-child');
  await page.evaluate(place => document.querySelectorAll<HTMLInputElement>('.tab-row input')[place - 1]?.click(), nth);
  here.display.click(await middleOf(page, '.tabs-footer .button-main'));
  await answerPrompt('allow');
  await page.waitForFunction(() => location.href.includes('chooser.html?tabs='));
  await page.close();
}
