import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

interface Sentence {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const here = setting({ grants: 'none', alter: addArabic });

/** English that says it is Arabic: each sentence is marked, one is missing, and one has its places by number. */
function addArabic(extension: string): void {
  const english: Record<string, Sentence> = JSON.parse(
    readFileSync(join(extension, '_locales/en/messages.json'), 'utf8'),
  );
  const marked = Object.entries(english).map(([key, { message, ...rest }]) => [
    key,
    { message: `‹${message}›`, ...rest },
  ]);
  const { options_limits: _, ...made } = Object.fromEntries(marked) as Record<string, Sentence>;
  made['popup_language'] = { message: 'ar' };
  made['popup_direction'] = { message: 'rtl' };
  made['options_outOfBounds'] = { message: '$2…$1' };
  mkdirSync(join(extension, '_locales/ar'), { recursive: true });
  writeFileSync(join(extension, '_locales/ar/messages.json'), JSON.stringify(made));
}

function canvas(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

async function isCanvas(page: Page, colour: string): Promise<void> {
  await until(async () => (await canvas(page)) === colour, `${colour} on ${page.url()}`, 10);
}

async function ready(path: string): Promise<Page> {
  const page = await here.longhaul.page(path);
  await page.waitForFunction(() => document.body.childElementCount > 0);
  return page;
}

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(27, 30, 32)';

test('a theme is worn by all pages at once, also by those that are open, against the system', async () => {
  const others = await Promise.all(['popup.html', 'manager.html', 'chooser.html', 'tabs.html'].map(ready));
  const options = await ready('options.html');
  const all = [options, ...others];
  for (const page of all) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await options.waitForSelector('input[name=theme]:enabled');
  await options.evaluate(() => document.querySelector<HTMLInputElement>('input[name=theme][value=dark]')?.click());
  for (const page of all) await isCanvas(page, DARK);
  assert.equal(await options.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  for (const page of all) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await options.evaluate(() => document.querySelector<HTMLInputElement>('input[name=theme][value=light]')?.click());
  for (const page of all) await isCanvas(page, LIGHT);
  await options.evaluate(() => document.querySelector<HTMLInputElement>('input[name=theme][value=system]')?.click());
  for (const page of all) await isCanvas(page, DARK);
  await Promise.all(all.map(page => page.close()));
});

test('a page that opens has its theme before anything is painted', async () => {
  await here.longhaul.ask('settings', { set: { theme: 'dark' } });
  const first = await ready('popup.html');
  await isCanvas(first, DARK);
  await first.close();
  // The popup does it by a script of its own, the others by one that all have.
  for (const name of ['popup.html', 'manager.html']) {
    const page = await here.longhaul.chromium.browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.evaluateOnNewDocument(() => {
      const seen = new MutationObserver(() => {
        Reflect.set(globalThis, 'themedAt', performance.now());
        seen.disconnect();
      });
      seen.observe(document, { subtree: true, attributeFilter: ['data-theme'] });
    });
    await page.goto(here.longhaul.chromium.url(name));
    const painted = await page.waitForFunction(() => performance.getEntriesByName('first-paint')[0]?.startTime);
    const paintedAt = Number(await painted.jsonValue());
    const themedAt = await page.evaluate(() => Number(Reflect.get(globalThis, 'themedAt')));
    assert.ok(themedAt < paintedAt, `${name}: themed at ${themedAt}, painted at ${paintedAt} ms`);
    assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
    await page.close();
  }
  await here.longhaul.ask('settings', { set: { theme: 'system' } });
});

test('a language is spoken by all pages at once and by the worker; what it lacks is English', async () => {
  const popup = await ready('popup.html');
  const options = await ready('options.html#appearance');
  await options.waitForSelector('select[name=language]:enabled');
  await options.focus('select[name=language]');
  await options.select('select[name=language]', 'ar');
  await shows(options, '‹Appearance›', 'Limits');
  await shows(popup, '‹');
  for (const page of [options, popup]) {
    const { lang, dir } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
    }));
    assert.deepEqual([lang, dir], ['ar', 'rtl']);
  }
  assert.equal(await options.title(), '‹Longhaul options›');
  assert.equal(await options.evaluate(() => document.activeElement?.id), 'language', 'the focus stays');
  await until(async () => {
    const menus = await options.evaluate(() => chrome.storage.session.get('menusWritten'));
    return String(menus['menusWritten']).includes('‹&Send link to Longhaul›');
  }, 'the menus in the other language');
  const refused = await here.longhaul.reply('settings', { set: { colour: 1 } });
  assert.ok(!refused.ok);
  // Within lines from the right each value keeps its own direction.
  assert.equal(refused.error.message, '‹There is no setting “\u2068colour\u2069”.›');
  const opened = await ready('options.html');
  await shows(opened, '‹Appearance›');
  await opened.waitForSelector('input[name=limit]:enabled');
  await opened.click('input[name=limit]', { count: 3 });
  await opened.keyboard.type('99');
  await opened.keyboard.press('Enter');
  await shows(opened, '16…1');
  assert.deepEqual(await violations(opened), []);
  await opened.select('select[name=language]', 'browser');
  await shows(popup, 'Longhaul');
  await opened.waitForFunction(() => !document.body.innerText.includes('‹'));
  assert.equal(await popup.evaluate(() => document.documentElement.dir), 'ltr');
  await Promise.all([popup, options, opened].map(page => page.close()));
});
