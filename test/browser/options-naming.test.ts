import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const MASK = '.naming [name=mask]';

let page: Page;

beforeEach(async () => {
  await here.longhaul.ask('rules', { set: [] });
  page = await here.longhaul.page('options.html');
  await page.waitForSelector(`${MASK}:enabled`);
});

/** As a person does it: `fill` tells the page of nothing where it empties a field. */
async function clear(selector: string): Promise<void> {
  await page.focus(selector);
  await page.$eval(selector, field => (field as HTMLInputElement).select());
  await page.keyboard.press('Backspace');
}

async function save(): Promise<void> {
  await page.locator('.naming [type=submit][aria-disabled=false]').click();
}

test('what comes of a mask is shown as one types, for a link of one’s own too', async () => {
  await page.type(MASK, '*host*/*name*');
  await page.type('[name=usual-folder]', 'Sorted');
  await page.type('[name=own-link]', 'https://own.example.org/a/b%20c.zip');
  await shows(page, 'Sorted/files.example.org/recording-07.mp4', 'Sorted/own.example.org/b c.zip');
});

test('a piece is put in where the caret is, by the keyboard too', async () => {
  await page.type(MASK, 'from  here');
  await page.$eval(MASK, field => (field as HTMLInputElement).setSelectionRange(5, 5));
  await page.focus('.naming .mask-piece[title^="domain of the link"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('.mask-input'), { timeout: 5_000 });
  await page.keyboard.type('!');
  assert.equal(await page.$eval(MASK, field => (field as HTMLInputElement).value), 'from *domain*! here');
});

test('what is wrong is shown at its place, and is not kept', async () => {
  await page.type(MASK, '*name* *titel.20*');
  await shows(page, 'Did you mean *title*?');
  assert.equal(await page.$eval('.naming mark', ({ textContent }) => textContent), '*titel.20*');
  await page.keyboard.press('Enter');
  await page.type('[name=usual-folder]', '../up');
  await shows(page, 'The folder must be a relative path inside the download folder');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await here.longhaul.ask('rules', {}), { rules: [] });
});

test('a file that no rule is for is called so, and as before when the mask is emptied again', async () => {
  await page.type(MASK, 'kept *name*');
  await page.type('[name=usual-folder]', 'Sorted');
  await save();
  await until(async () => (await here.longhaul.ask('rules', {})).rules.length === 1, 'it to be kept', 10);
  await shows(page, 'Everything else is named as the section');
  const url = here.origin.url('/plain.bin', { size: 3_000 });
  await here.longhaul.ask('enqueue', { links: [{ url }] });
  const [item] = await here.longhaul.ended();
  assert.equal(relative(here.longhaul.downloads, item?.path ?? ''), 'Sorted/kept plain.bin');
  await page.bringToFront();
  await clear(MASK);
  await clear('[name=usual-folder]');
  await save();
  await lacks(page, '.rules-usual');
  assert.deepEqual(await here.longhaul.ask('rules', {}), { rules: [] });
});

test('what becomes of a taken name, and of what was downloaded before, is saved at once', async () => {
  await page.select('[name=conflict]', 'ask');
  await until(async () => (await here.longhaul.ask('settings', {})).conflict === 'ask', 'it to be saved', 10);
  await page.click('[name=skipDownloaded]');
  await until(async () => (await here.longhaul.ask('settings', {})).skipDownloaded, 'that to be saved', 10);
  await page.reload();
  await page.waitForSelector('[name=skipDownloaded]:checked');
  assert.equal(await page.$eval('[name=conflict]', field => (field as HTMLSelectElement).value), 'ask');
});
