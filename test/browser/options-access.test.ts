import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { grantHosts } from './grant-hosts.ts';
import { until } from './harness.ts';
import { focused, hears, lacks, openPopup, shows, tabTo, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const HOSTS = ['a.test', 'b.test', 'c.test'];

function patternsOf(host: string): string[] {
  return [`https://${host}/*`, `http://${host}/*`];
}

async function origins(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}

let options: Page;

async function hasFocus(name: string): Promise<void> {
  await until(async () => (await focused(options)) === name, `the focus on ${name}`, 5);
}

beforeEach(async () => {
  options = await here.longhaul.page('options.html');
  await grantHosts(here.longhaul.chromium, options, HOSTS.flatMap(patternsOf));
  await options.bringToFront();
  await shows(options, ...HOSTS);
});

test('every granted site is listed, and taken back by the keyboard: the focus goes on to the next', async () => {
  await tabTo(options, 'Take back: b.test');
  await options.keyboard.press('Enter');
  await lacks(options, 'button[aria-label="Take back: b.test"]');
  await hears(options, /Taken back: b\.test/);
  await hasFocus('Take back: c.test');
  await options.keyboard.press('Space');
  await lacks(options, 'button[aria-label="Take back: c.test"]');
  await hasFocus('Take back: a.test');
  assert.deepEqual((await origins(options)).toSorted(), patternsOf('a.test').toSorted());
  await options.keyboard.press('Enter');
  await shows(options, 'No site is allowed.');
  await options.waitForFunction(() => document.activeElement?.matches('h2') && document.activeElement.textContent);
  assert.equal(await options.$eval('h2:focus', heading => heading.textContent), 'Site access');
});

test('what is changed elsewhere is shown at once', async () => {
  const elsewhere = await here.longhaul.page('chooser.html');
  const taken = patternsOf('a.test');
  await elsewhere.evaluate(gone => chrome.permissions.remove({ origins: gone }), taken);
  await lacks(options, 'button[aria-label="Take back: a.test"]');
  await grantHosts(here.longhaul.chromium, elsewhere, ['https://*/*', 'http://*/*']);
  await options.bringToFront();
  await options.waitForSelector('button[aria-label="Take back: every site"]');
  await options.click('button[aria-label="Take back: every site"]');
  await options.waitForSelector('button[aria-label="Allow every site"]');
  assert.equal((await origins(elsewhere)).includes('https://*/*'), false);
});

test('a “no” in the popup is listed, and can be taken back: the popup offers the site again', async () => {
  const url = here.origin.url('/unknown.bin', { size: 10 });
  await here.longhaul.ask('enqueue', { links: [{ url }], paused: true });
  const popup = await openPopup(here.longhaul);
  await shows(popup, 'With access to 127.0.0.1, Longhaul knows at once');
  await popup.click('.offer .button-quiet');
  await lacks(popup, '.offer');
  await options.bringToFront();
  await options.waitForSelector('button[aria-label="Ask again about 127.0.0.1"]');
  assert.deepEqual(await violations(options), []);
  await options.click('button[aria-label="Ask again about 127.0.0.1"]');
  await lacks(options, 'button[aria-label="Ask again about 127.0.0.1"]');
  await popup.bringToFront();
  await popup.waitForSelector('.offer');
});

test('the optional permissions of the manifest are listed, each with what it is for', async () => {
  await shows(options, 'Open files', 'Notifications', 'None of these is needed to download.');
  await options.waitForSelector('button[aria-label="Allow Notifications"]');
});
