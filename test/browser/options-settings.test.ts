import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { until } from './harness.ts';
import { focused, hears, lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

let page: Page;

async function worker(): Promise<Settings> {
  return here.longhaul.ask('settings', {});
}

async function saved(set: Partial<Settings>): Promise<void> {
  const wanted = JSON.stringify(set);
  await until(
    async () =>
      JSON.stringify(Object.fromEntries(Object.entries(await worker()).filter(([key]) => key in set))) === wanted,
    `the worker to have ${wanted}`,
    20,
  );
}

/** As a user does: what stands there is replaced, and Enter ends it. */
async function type(name: string, text: string): Promise<void> {
  await page.click(`input[name=${name}]`, { count: 3 });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

beforeEach(async () => {
  const { hold: _, ...first } = DEFAULT_SETTINGS;
  await here.longhaul.ask('settings', { set: first });
  page = await here.longhaul.page('options.html');
  await page.waitForSelector('input[name=limit]:enabled');
});

test('every number is saved at once', async () => {
  const numbers = { limit: 7, hostLimit: 3, hostDelay: 20, attempts: 9, historyItems: 500, historyDays: 30 };
  for (const [name, value] of Object.entries(numbers)) await type(name, String(value));
  await hears(page, /Saved/);
  await saved(numbers);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('a number out of bounds is refused beside its field, and nothing is saved', async () => {
  await type('limit', '99');
  await page.waitForSelector('input[name=limit][aria-invalid=true]');
  const said = await page.evaluate(() => {
    const ids = document.querySelector('input[name=limit]')?.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map(id => document.getElementById(id)?.textContent);
  });
  assert.ok(said.includes('Give a whole number from 1 to 16.'), said.join(' | '));
  assert.deepEqual(await violations(page), []);
  await type('attempts', '5');
  await saved({ limit: DEFAULT_SETTINGS.limit, attempts: 5 });
  assert.equal(await page.$eval('input[name=limit]', box => box.value), '99', 'what was typed is there to be mended');
  await type('limit', '8');
  await saved({ limit: 8 });
  await lacks(page, 'input[name=limit][aria-invalid=true]');
  await page.close();
});

test('what is changed elsewhere is shown at once', async () => {
  await here.longhaul.ask('settings', { set: { limit: 12 } });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=limit]')?.value === '12');
  await page.close();
});

test('a section is put back, and that is undone', async () => {
  await type('limit', '9');
  await type('attempts', '3');
  await page.click('button[aria-label="Reset: Limits"]');
  await saved({ limit: DEFAULT_SETTINGS.limit, attempts: 3 });
  await lacks(page, 'button[aria-label="Reset: Limits"]');
  assert.equal(await focused(page), 'limits-title');
  await page.locator('.options-undo ::-p-text(Undo)').click();
  await saved({ limit: 9, attempts: 3 });
  await lacks(page, '.options-undo');
  await page.close();
});

test('the badge shows what was chosen', async () => {
  await page.evaluate(() => document.querySelector<HTMLInputElement>('input[value=percent]')?.click());
  await saved({ badge: 'percent' });
  await page.close();
});

test('a notification that the browser does not allow: its switch goes back, with a sentence', async () => {
  await page.waitForSelector('input[name=notifyDone]:not(:checked)');
  // The prompt cannot be pressed by a driver: the browser’s answer to a “no” is given in its place.
  await page.evaluate(() => {
    chrome.permissions.request = () => Promise.resolve(false);
  });
  await page.click('input[name=notifyDone]');
  await shows(page, 'Your browser did not allow notifications');
  await page.waitForSelector('input[name=notifyDone]:not(:checked)');
  await saved({ notifyDone: true });
  await page.close();
});

test('the history is cleared, and comes back', async () => {
  await here.longhaul.enqueue({ url: here.origin.url('/one.bin', { size: 10 }) });
  await here.longhaul.ended();
  await page.bringToFront();
  await page.locator('::-p-text(Clear now)').click();
  await shows(page, '1 download cleared from the history.');
  assert.equal((await here.longhaul.items()).length, 0);
  await page.bringToFront();
  await page.locator('.options-undo ::-p-text(Undo)').click();
  await until(async () => (await here.longhaul.items()).length === 1, 'it to be there again');
  await page.close();
});

test('an address names a section, and the list marks the one that is read', async () => {
  const deep = await here.longhaul.page('options.html#history');
  await deep.waitForSelector('.options-nav a[href="#history"][aria-current]');
  const top = await deep.$eval('#history', section => section.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 40, `the section is at ${top}`);
  await deep.click('.options-nav a[href="#limits"]');
  await deep.waitForSelector('.options-nav a[href="#limits"][aria-current]');
  await deep.close();
  await page.close();
});

test('a search leaves the sections that speak of it; emptied, all are back', async () => {
  const shown = (): Promise<string[]> =>
    page.$$eval('.options-section:not([hidden])', sections => sections.map(({ id }) => id));
  const all = await shown();
  await page.type('input[type=search]', 'dark');
  await page.waitForFunction(() => document.querySelectorAll('.options-nav li').length === 1);
  assert.deepEqual(await shown(), ['appearance']);
  await page.type('input[type=search]', 'zzz');
  await shows(page, 'No setting speaks of that.');
  assert.deepEqual(await violations(page), []);
  await page.click('input[type=search]', { count: 3 });
  await page.keyboard.press('Delete');
  await page.waitForFunction(count => document.querySelectorAll('.options-nav li').length === count, {}, all.length);
  assert.deepEqual(await shown(), all);
  await page.close();
});
