import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Status } from '../../src/core/queue/item.ts';
import { awkwardPage, picture } from './awkward-page.ts';
import { opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { focused } from './popup-page.ts';
import { setting } from './setting.ts';

/** Long enough to be paused twice, whatever else the machine has to do; it is cancelled in the end. */
const LONG = { size: 5_000_000, rate: 40_000 };
/** More stops of the Tab key than any page here has. */
const MOST_STOPS = 200;

/** A person without a mouse, from the first link to the settings: real keys on a real screen, and nothing else. */
let popup: Page;
const here = setting({
  grants: 'all',
  onScreen: true,
  async prepare({ longhaul, display, origin }) {
    picture(origin);
    // The page that sends messages is opened first: a new tab would close the popup.
    await longhaul.items();
    await openPage(longhaul, display, awkwardPage(origin));
    display.press('alt+shift+l');
    popup = await opened(longhaul, 'popup.html');
  },
});

async function idOf(name: string): Promise<string> {
  return until(
    async () => (await here.longhaul.items()).find(item => item.name === name)?.id ?? null,
    `${name} to be listed`,
  );
}

async function becomes(id: string, wanted: Status): Promise<void> {
  await until(
    async () => (await here.longhaul.items()).find(item => item.id === id)?.status === wanted,
    `${id} to be ${wanted}`,
  );
}

/** Waits until the row of this id, or what bears this name, has the focus; says what has it else. */
async function hasFocus(page: Page, name: string): Promise<void> {
  let seen = '';
  await until(async () => (seen = await focused(page)) === name, `the focus to be on ${name}`, 10).catch(() =>
    assert.equal(seen, name),
  );
}

/** Presses Tab until what bears this name has the focus. */
async function tabTo(page: Page, pattern: RegExp, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (pattern.test(await focused(page))) return;
    await pressOnce(page, key);
  }
  throw new Error(`${pattern} is not reached by the key ${key}.`);
}

/** Presses Tab until what has the focus matches a selector. */
async function tabInto(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await pressOnce(page, 'Tab');
  }
  throw new Error(`${selector} is not reached by the Tab key.`);
}

/** Waits until the key has arrived: two on their way would pass over what is sought. */
async function pressOnce(page: Page, key: string): Promise<void> {
  await page.evaluate(() => {
    document.body.removeAttribute('data-arrived');
    addEventListener('keyup', () => document.body.setAttribute('data-arrived', ''), { once: true });
  });
  here.display.press(key);
  await page.waitForSelector('body[data-arrived]');
}

async function add(url: string): Promise<void> {
  await tabTo(popup, /^links$/, 'shift+Tab');
  here.display.type(url);
  await popup.waitForFunction(typed => document.querySelector('textarea')?.value === typed, {}, url);
  here.display.press('Return');
  await popup.waitForFunction(() => document.querySelector('textarea')?.value === '');
  await hasFocus(popup, 'links');
}

test('the popup opens with the focus in its box, where a link is added with Enter', async () => {
  await hasFocus(popup, 'links');
  await add(here.origin.url('/long.txt', LONG));
  const id = await idOf('long.txt');
  await becomes(id, 'running');
  await popup.waitForSelector(`[data-row="${id}"] [role=progressbar]`);
  await hasFocus(popup, 'links');
});

test('it is watched, paused and resumed on its row', async () => {
  const id = await idOf('long.txt');
  await tabTo(popup, new RegExp(id));
  here.display.press('space');
  await becomes(id, 'paused');
  await popup.waitForSelector(`.row-paused[data-row="${id}"]`);
  await hasFocus(popup, id);
  here.display.press('space');
  await becomes(id, 'running');
  await popup.waitForSelector(`.row-running[data-row="${id}"]`);
  await hasFocus(popup, id);
});

test('one that has failed is tried again by its button, and the focus goes on to the next row', async () => {
  await add(here.origin.url('/gone.txt', { status: 404, statusTimes: 1, size: 100 }));
  const id = await idOf('gone.txt');
  await becomes(id, 'failed');
  await popup.waitForSelector(`.row-failed[data-row="${id}"]`);
  await tabTo(popup, new RegExp(await idOf('long.txt')));
  here.display.press('Down');
  await hasFocus(popup, id);
  await tabInto(popup, '[data-place="retry"]');
  here.display.press('Return');
  await becomes(id, 'done');
  await popup.waitForSelector(`.row-done[data-row="${id}"]`);
  await hasFocus(popup, await idOf('long.txt'));
});

test('a row that is removed hands the focus on, and Ctrl+Z brings the row back', async () => {
  const [long, gone] = [await idOf('long.txt'), await idOf('gone.txt')];
  here.display.press('Down');
  await hasFocus(popup, gone);
  here.display.press('Delete');
  await popup.waitForFunction(id => document.querySelector(`[data-row="${id}"]`) === null, {}, gone);
  await hasFocus(popup, long);
  here.display.press('ctrl+z');
  await popup.waitForSelector(`[data-row="${gone}"]`);
  await hasFocus(popup, long);
});

test('the last row that goes leaves the focus in the box', async () => {
  here.display.press('Delete');
  await becomes(await idOf('long.txt'), 'cancelled');
  for (let left = 2; left > 0; left -= 1) {
    await popup.waitForFunction(count => document.querySelectorAll('[data-row]').length === count, {}, left);
    assert.notEqual(await focused(popup), 'nothing');
    await popup.waitForFunction(() => document.querySelector('.row-running, .row-saving, .row-starting') === null);
    here.display.press('Delete');
  }
  await popup.waitForSelector('.empty');
  await hasFocus(popup, 'links');
  here.display.press('Escape');
});

test('the chooser is opened by its keys, and links are chosen and sent', async () => {
  here.display.press('alt+shift+k');
  const chooser = await opened(here.longhaul, 'chooser.html?');
  await chooser.waitForSelector('.link-row');
  await tabTo(chooser, /^None$/);
  here.display.press('Return');
  await chooser.waitForFunction(() => document.querySelector('.link-row :checked') === null);
  await hasFocus(chooser, 'None');
  await chooser.waitForFunction(() => document.querySelector('.link-row [tabindex="0"]') !== null);
  await tabInto(chooser, '.link-row input');
  here.display.press('space');
  await chooser.waitForFunction(() => document.querySelectorAll('.link-row :checked').length === 1);
  await tabTo(chooser, /^Send 1 /);
  here.display.press('Return');
  await chooser.waitForSelector('.result h2');
  await chooser.waitForFunction(() => document.activeElement?.matches('.result h2'));
  assert.equal((await here.longhaul.items()).length, 1);
});

test('a setting is changed in the options', async () => {
  const options = await here.longhaul.page('options.html');
  await options.bringToFront();
  await options.waitForSelector('.menu-place input:enabled');
  await tabInto(options, '[name=image]');
  here.display.press('space');
  await options.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=image]')?.checked === false);
  assert.ok(await options.evaluate(() => document.activeElement?.matches('[name=image]') ?? false));
});
