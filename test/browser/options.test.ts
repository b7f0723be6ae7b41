import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Target } from 'puppeteer-core';
import { MENU_ENTRIES } from '../../src/core/menu-entry.ts';
import { until } from './harness.ts';
import { hears, shows, violations } from './popup-page.ts';
import { setKey } from './set-key.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

async function openOptions(): Promise<Page> {
  const page = await here.longhaul.page('options.html');
  await page.waitForSelector('input[name=link]:enabled');
  await page.waitForSelector('.shortcut');
  return page;
}

function checked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('.menu-place input:checked')].map(({ name }) => name),
  );
}

test('every entry of the menus has its switch, and all are on', async () => {
  const page = await openOptions();
  const expected: string[] = [...MENU_ENTRIES];
  assert.deepEqual((await checked(page)).toSorted(), expected.toSorted());
  assert.ok(!(await page.evaluate(() => document.body.innerText)).includes('&'), 'access keys are not shown');
  await page.close();
});

test('a switch is saved at once, and is as it was when the page opens again', async () => {
  const page = await openOptions();
  await page.click('input[name=page]');
  await page.click('input[name=link-options]');
  await hears(page, /Saved/);
  await until(async () => (await here.longhaul.ask('settings', {})).menusOff.length === 2, 'both to be saved');
  assert.deepEqual((await here.longhaul.ask('settings', {})).menusOff, ['link-options', 'page']);
  await page.close();
  const again = await openOptions();
  const on = await checked(again);
  assert.ok(!on.includes('page') && !on.includes('link-options') && on.includes('link'), on.join(' '));
  await again.click('input[name=page]');
  await until(async () => (await here.longhaul.ask('settings', {})).menusOff.length === 1, 'it to be on again');
  await again.close();
});

test('Alt and a click are switched off and on again', async () => {
  const isOn = async (): Promise<boolean> => (await here.longhaul.ask('settings', {})).altClick;
  const page = await openOptions();
  await page.waitForSelector('input[name=altClick]:checked');
  await page.click('input[name=altClick]');
  await until(async () => !(await isOn()), 'it to be off');
  await page.click('input[name=altClick]');
  await until(isOn, 'it to be on again');
  await page.close();
});

test('the keys are those that the browser has, and what has none says so', async () => {
  const page = await openOptions();
  await shows(page, 'Open Longhaul', 'Alt+Shift+L', 'Alt+Shift+K', 'Alt+Shift+S', 'Alt+Shift+U');
  const unset = await page.evaluate(
    () =>
      [...document.querySelectorAll('.shortcut')].find(row => row.textContent?.includes('queue in a tab'))?.textContent,
  );
  assert.match(unset ?? '', /Not set/);
  await page.close();
});

test('the button opens the browser’s own page of shortcuts; what was changed there is seen back on the options', async () => {
  const page = await openOptions();
  await page.locator('::-p-text(Change shortcuts)').click();
  const isIt = (target: Target): boolean => target.url() === 'chrome://extensions/shortcuts';
  const own = await (await here.longhaul.chromium.browser.waitForTarget(isIt)).page();
  assert.ok(own);
  await own.evaluate(setKey, here.longhaul.chromium.extensionId, 'open-queue', 'Alt+Shift+Q');
  await page.bringToFront();
  await shows(page, 'Alt+Shift+Q');
  await own.close();
  await page.close();
});

test('axe finds nothing wrong with the options', async () => {
  const page = await openOptions();
  assert.deepEqual(await violations(page), []);
  await page.close();
});
