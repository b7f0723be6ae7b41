import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { TAKE_OVER_OFF, type TakeOverSettings } from '../../src/core/take-over/take-over-settings.ts';
import { grantHosts } from './grant-hosts.ts';
import { until } from './harness.ts';
import { lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const PATTERNS = ['https://*.a.test/*', 'http://*.a.test/*'];

let page: Page;

beforeEach(async () => {
  await here.longhaul.ask('settings', { set: { takeOver: TAKE_OVER_OFF } });
  page = await here.longhaul.page('options.html');
  await page.waitForSelector('[name=take-over-site]:enabled');
});

async function isTakeOver(wanted: Partial<TakeOverSettings>): Promise<void> {
  const { takeOver } = await here.longhaul.ask('settings', {});
  await until(
    async () => {
      const now = (await here.longhaul.ask('settings', {})).takeOver;
      return JSON.stringify({ ...now, ...wanted }) === JSON.stringify(now);
    },
    `${JSON.stringify(wanted)} in place of ${JSON.stringify(takeOver)}`,
    10,
  );
}

test('a site is added by its address, the browser is asked for it, and it is removed again', async () => {
  // What was allowed once is given without the prompt, which no driver can press.
  await grantHosts(here.longhaul.chromium, page, PATTERNS);
  await page.evaluate(gone => chrome.permissions.remove({ origins: gone }), PATTERNS);
  await page.bringToFront();
  await shows(page, 'Off: all downloads are left to the browser.');
  await page.type('[name=take-over-site]', 'https://a.test/files/one?x=1');
  await page.keyboard.press('Enter');
  await isTakeOver({ sites: ['a.test'] });
  await shows(page, 'On for 1 site.');
  await until(
    () => page.evaluate(async wanted => chrome.permissions.contains({ origins: wanted }), PATTERNS),
    'access to it',
    10,
  );
  await lacks(page, '.site-unallowed');
  await page.evaluate(gone => chrome.permissions.remove({ origins: gone }), PATTERNS);
  await page.waitForSelector('.site-unallowed');
  assert.deepEqual(await violations(page), []);
  await page.click('button[aria-label="Allow a.test"]');
  await lacks(page, '.site-unallowed');
  await page.click('button[aria-label="Remove: a.test"]');
  await isTakeOver({ sites: [] });
  await shows(page, 'Off: all downloads are left to the browser.', 'Not taken over any more: a.test');
  await page.locator('.options-undo ::-p-text(Undo)').click();
  await isTakeOver({ sites: ['a.test'] });
});

test('what is no site is refused in words, and nothing is added', async () => {
  await page.type('[name=take-over-site]', 'not a site');
  await page.keyboard.press('Enter');
  await shows(page, '“not a site” is no site.');
  assert.deepEqual((await here.longhaul.ask('settings', {})).takeOver, TAKE_OVER_OFF);
  assert.equal(await page.$eval('[name=take-over-site]', field => (field as HTMLInputElement).value), 'not a site');
});

test('types and the least size are kept when their field is left, whole or not at all', async () => {
  await page.type('[name=take-over-types]', '.ZIP, video/*, no//type');
  await page.keyboard.press('Tab');
  await shows(page, '“no//type” is no file type.');
  assert.deepEqual((await here.longhaul.ask('settings', {})).takeOver.types, []);
  await page.locator('[name=take-over-types]').fill('.ZIP, video/*');
  await page.keyboard.press('Tab');
  await isTakeOver({ types: ['zip', 'video/*'] });
  await page.locator('[name=take-over-size]').fill('2.5');
  await page.keyboard.press('Tab');
  await isTakeOver({ leastSize: 2_500_000 });
});

test('a switch takes in every allowed site, and the list stays', async () => {
  await here.longhaul.ask('settings', { set: { takeOver: { ...TAKE_OVER_OFF, sites: ['b.test'] } } });
  await shows(page, 'b.test');
  await page.click('[name=every-site]');
  await isTakeOver({ sites: ['b.test', '*'] });
  await shows(page, 'On for every site that you have allowed.', 'b.test');
  await page.click('[name=every-site]');
  await isTakeOver({ sites: ['b.test'] });
});
