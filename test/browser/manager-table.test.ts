import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitForFocus, hasLines, hasSelected, shownLines, openTable } from './manager-page.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const COUNT = 3_000;
const here = setting({ grants: 'none' });
let ids: readonly string[] = [];

test('a long queue is shown whole, of which only what is in view is rendered', async () => {
  const links = Array.from({ length: COUNT }, (_, n) => ({
    url: here.origin.url(`/track-${n}.flac`, { size: 1_000 }),
  }));
  ids = (await here.longhaul.ask('enqueue', { links, paused: true })).ids;
  const page = await openTable(here.longhaul);
  await hasLines(page, COUNT);
  const seen = await shownLines(page);
  assert.ok(seen.length > 10 && seen.length < 60, `${seen.length} lines`);
  assert.deepEqual(seen, ids.slice(0, seen.length));
  await page.$eval('[role="treegrid"]', table => table.scrollTo(0, table.scrollHeight));
  await page.waitForSelector(`[data-line="${ids[COUNT - 1]}"]`);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('what is typed narrows the list by every word, and is let go of by one button', async () => {
  const page = await openTable(here.longhaul);
  await hasLines(page, COUNT);
  await page.type('.manager-search input', 'TRACK-299 flac');
  await hasLines(page, 11);
  await shows(page, '11 downloads');
  await page.type('.manager-search input', ' nothing');
  await shows(page, 'No download fits.');
  assert.deepEqual(await violations(page), []);
  await page.click('.manager-nothing button');
  await hasLines(page, COUNT);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await page.close();
});

test('the search that the address asks for, and the item', async () => {
  const searched = await openTable(here.longhaul, '?q=track-2999');
  await hasLines(searched, 1);
  await searched.close();
  const id = ids[2_500] ?? '';
  const shown = await openTable(here.longhaul, `?item=${id}`);
  await waitForFocus(shown, id);
  await shown.close();
});

test('a column sorts, the other way round, and not at all; it is remembered, and so are the columns', async () => {
  const page = await openTable(here.longhaul);
  await hasLines(page, COUNT);
  const heading = '[role="columnheader"] button';
  await page.click(heading);
  await firstIs(page, ids[0]);
  await page.click(heading);
  await firstIs(page, ids[COUNT - 1]);
  assert.equal(await page.$eval('[aria-sort="descending"]', cell => cell.textContent), 'Name');
  await page.click('[popovertarget="columns"]');
  await page.locator('#columns label ::-p-text(Folder)').click();
  await shows(page, 'Folder');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.reload();
  await firstIs(page, ids[COUNT - 1]);
  assert.ok((await headings(page)).includes('Folder'));
  await page.click(heading);
  await firstIs(page, ids[0]);
  await page.close();
});

async function firstIs(page: Page, id = ''): Promise<void> {
  await page.waitForFunction(
    wanted => document.querySelector('[aria-rowindex="2"]')?.getAttribute('data-line') === wanted,
    { timeout: 20_000 },
    id,
  );
}

async function headings(page: Page): Promise<string[]> {
  return page.$$eval('[role="columnheader"]', cells => cells.map(cell => cell.textContent ?? ''));
}

test('lines are selected by clicks and by keys, and the focus goes with the keys', async () => {
  const page = await openTable(here.longhaul);
  await hasLines(page, COUNT);
  const [a = '', b = '', c = '', d = ''] = ids;
  await page.click(`[data-line="${a}"]`);
  await hasSelected(page, [a]);
  await page.keyboard.down('Control');
  await page.click(`[data-line="${c}"]`);
  await page.keyboard.up('Control');
  await hasSelected(page, [a, c]);
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Shift');
  await hasSelected(page, [c, d]);
  await waitForFocus(page, d);
  await page.keyboard.press('Home');
  await waitForFocus(page, a);
  await page.keyboard.press('ArrowDown');
  await hasSelected(page, [b]);
  await page.keyboard.press('End');
  await waitForFocus(page, ids[COUNT - 1] ?? '');
  await page.close();
});

test('what changes is told, and the focus stays where a line was that goes', async () => {
  const page = await openTable(here.longhaul);
  await hasLines(page, COUNT);
  await page.type('.manager-search input', 'track-17');
  const first = (await shownLines(page))[0] ?? '';
  await page.keyboard.press('ArrowDown');
  await waitForFocus(page, first);
  await page.evaluate(
    id => chrome.runtime.sendMessage({ to: 'worker', name: 'control', ask: { ids: [id], action: 'remove' } }),
    first,
  );
  await page.waitForFunction(gone => document.querySelector(`[data-line="${gone}"]`) === null, {}, first);
  await waitForFocus(page, (await shownLines(page))[0] ?? '');
  await page.close();
});

test('the tabs count, and show what is theirs', async () => {
  const page = await openTable(here.longhaul);
  await shows(page, 'Waiting 2,999');
  await page.click('.manager-tab-done');
  await shows(page, 'No download fits.');
  await page.click('.manager-tab-waiting');
  await hasLines(page, COUNT - 1);
  await page.close();
});
