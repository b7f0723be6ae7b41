import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { chord, clickLine, line, openManager, press, selectedLines, shownLines, waitForFocus } from './manager-page.ts';
import { hears, lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let page: Page;
/** By order. All are paused. */
let ids: string[];
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    const links = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => ({ url: origin.url(`/${name}.bin`, { size: 500 }) }));
    ids = (await longhaul.ask('enqueue', { links, paused: true })).ids;
    page = await openManager(longhaul, ids);
  },
});

/** The letters of the selected lines. */
async function letters(): Promise<string> {
  return (await selectedLines(page)).map(letterOf).join('');
}

function letterOf(id: string): string {
  return 'abcdef'[ids.indexOf(id)] ?? '?';
}

async function statuses(): Promise<string> {
  return (await here.longhaul.items()).map(({ status }) => status).join(' ');
}

async function focusLine(index: number): Promise<void> {
  await page.focus(line(ids[index]));
}

test('a click selects a line, Ctrl adds one, Shift all between', async () => {
  await clickLine(page, ids[1]);
  assert.equal(await letters(), 'b');
  await clickLine(page, ids[3], 'Control');
  assert.equal(await letters(), 'bd');
  await clickLine(page, ids[5], 'Shift');
  assert.equal(await letters(), 'def');
  await clickLine(page, ids[0], 'Control', 'Shift');
  assert.equal(await letters(), 'abcdef');
  await clickLine(page, ids[2], 'Control');
  assert.equal(await letters(), 'abdef');
  await shows(page, '5 selected');
  await clickLine(page, ids[4]);
  assert.equal(await letters(), 'e');
});

test('the keys do the same, and Escape selects nothing', async () => {
  await focusLine(0);
  await page.keyboard.press('Home');
  assert.equal(await letters(), 'a');
  await chord(page, 'Shift', 'ArrowDown');
  await chord(page, 'Shift', 'ArrowDown');
  assert.equal(await letters(), 'abc');
  await chord(page, 'Control', 'End');
  assert.equal(await letters(), 'abc');
  await waitForFocus(page, ids[5]);
  await chord(page, 'Control', 'Space');
  assert.equal(await letters(), 'abcf');
  await page.keyboard.press('Space');
  assert.equal(await letters(), 'abc');
  await chord(page, 'Control', 'a');
  assert.equal(await letters(), 'abcdef');
  await hears(page, /^6 selected/);
  await page.keyboard.press('Escape');
  assert.equal(await letters(), '');
  await lacks(page, '.bulk-bar');
});

test('what is removed together comes back together, by the button, to its places', async () => {
  await clickLine(page, ids[1]);
  await clickLine(page, ids[3], 'Control');
  assert.deepEqual(await violations(page), [], 'with the bar');
  await page.keyboard.press('Delete');
  await shows(page, '2 removed from the list');
  await until(async () => (await here.longhaul.items()).length === 4, 'two to be gone');
  await lacks(page, line(ids[1]));
  await waitForFocus(page, ids[4]);
  assert.deepEqual(await violations(page), [], 'with the toast');
  await press(page, 'Undo', '.toast');
  await page.waitForSelector(line(ids[1]));
  assert.deepEqual(await shownLines(page), ids);
  assert.deepEqual(
    (await here.longhaul.items()).map(({ id }) => id),
    ids,
  );
});

test('a button of the bar pauses what it can, and Ctrl+Z lets go on again only that', async () => {
  const held = here.origin.url('/held.bin', { size: 5_000_000, rate: 1000 });
  const [slow = ''] = await here.longhaul.enqueue({ url: held });
  await page.waitForSelector(line(slow));
  await until(async () => (await statuses()).endsWith('running'), 'one to run');
  await clickLine(page, slow);
  await clickLine(page, ids[5], 'Control');
  await press(page, 'Pause', '.bulk-bar');
  await shows(page, '1 paused');
  await until(async () => (await statuses()).endsWith('paused'), 'it to be paused');
  await page.focus(line(slow));
  await chord(page, 'Control', 'z');
  await until(async () => (await statuses()).endsWith('running'), 'it to run again');
  assert.equal(await statuses(), `${'paused '.repeat(6)}running`);
  await here.longhaul.ask('control', { ids: [slow], action: 'remove' });
  await lacks(page, line(slow));
});
