import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { focused, focusOnRow, hears, lacks, openPopup, shows, tabTo, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let popup: Page;
/** By order. */
let ids: string[];
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    const links = ['one', 'two', 'three'].map(name => ({ url: origin.url(`/${name}.txt`, { size: 100 }) }));
    ids = await longhaul.enqueue(...links);
    await longhaul.ended();
    popup = await openPopup(longhaul);
    await shows(popup, 'one.txt', 'two.txt', 'three.txt');
  },
});

async function count(): Promise<number> {
  return (await here.longhaul.items()).length;
}

/** The rows of the popup from top to bottom, by id. */
async function shownRows(): Promise<string[]> {
  return popup.$$eval('[data-row]', rows => rows.map(row => (row as HTMLElement).dataset['row'] ?? ''));
}

/** Waits for the bar itself: the live region says the same. */
async function offersToUndo(what: string): Promise<void> {
  await popup.waitForFunction(
    text => document.querySelector('.undo-bar')?.textContent.startsWith(text),
    { timeout: 20_000 },
    what,
  );
}

test('Delete removes a row, the focus goes on to the next, and Undo is reached by Tab and brings the row back', async () => {
  const [first = '', second = '', third = ''] = await shownRows();
  await focusOnRow(popup, second);
  await popup.keyboard.press('Delete');
  await offersToUndo('1 removed');
  await hears(popup, /^1 removed from the list\. Ctrl\+Z brings it back/);
  assert.deepEqual(await shownRows(), [first, third]);
  assert.equal(await focused(popup), third);
  assert.equal(await count(), 2);
  assert.deepEqual(await violations(popup), []);

  await tabTo(popup, 'Undo');
  await popup.keyboard.press('Enter');
  await hears(popup, /^1 is back in the list/);
  await lacks(popup, '.undo-bar');
  assert.deepEqual(await shownRows(), [first, second, third]);
  assert.equal(await focused(popup), second, 'the focus is on the row that came back');
  assert.equal(await count(), 3);
});

test('Clear is undone as one, by Ctrl+Z from the empty box too', async () => {
  await popup.click('[aria-label="Clear finished downloads from the list"]');
  await offersToUndo('3 removed');
  await shows(popup, 'Nothing to download yet');
  assert.equal(await focused(popup), 'links', 'the box for links');
  assert.deepEqual(await violations(popup), []);
  await popup.type('textarea', 'https');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('z');
  assert.equal(await count(), 0, 'in a text, it is the text that is undone');
  await popup.keyboard.press('a');
  await popup.keyboard.up('Control');
  await popup.keyboard.press('Delete');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('z');
  await popup.keyboard.up('Control');
  await until(async () => (await count()) === 3, 'the three to be back');
  await hears(popup, /^3 are back in the list/);
  await lacks(popup, '.undo-bar');
});

test('the last row that goes leaves the focus on the page', async () => {
  await here.longhaul.ask('control', { ids: ids.slice(1), action: 'remove' });
  const [last = ''] = ids;
  await popup.waitForFunction(() => document.querySelectorAll('[data-row]').length === 1);
  await focusOnRow(popup, last);
  await popup.keyboard.press('Delete');
  await shows(popup, 'Nothing to download yet');
  assert.equal(await focused(popup), 'links');
});

test('each removal is undone by itself, the last one first, and Undo keeps the focus until all are back', async () => {
  await offersToUndo('1 removed');
  await tabTo(popup, 'Undo');
  await popup.keyboard.press('Enter');
  await offersToUndo('2 removed');
  assert.equal(await focused(popup), 'Undo');
  await popup.keyboard.press('Enter');
  await lacks(popup, '.undo-bar');
  assert.notEqual(await focused(popup), 'nothing');
  assert.deepEqual((await shownRows()).toSorted(), ids.toSorted());
});

test('an offer that was waved away stays away for this visit, until something else is removed', async () => {
  const [first = '', second = ''] = ids;
  await popup.click(`[data-row="${first}"] [data-place="end"]`);
  await offersToUndo('1 removed');
  await popup.click('.undo-bar [aria-label="Dismiss"]');
  await lacks(popup, '.undo-bar');
  assert.equal(await focused(popup), 'links');
  assert.equal((await here.longhaul.ask('summary', {})).removed, 1);
  await popup.click(`[data-row="${second}"] [data-place="end"]`);
  await offersToUndo('1 removed');
  await popup.click('.undo-bar [aria-label="Dismiss"]');
  await lacks(popup, '.undo-bar');
  await here.longhaul.ask('control', { ids: ids.slice(2), action: 'remove' });
  await offersToUndo('1 removed');
  await popup.click('.undo-bar [aria-label="Dismiss"]');
  await lacks(popup, '.undo-bar');
  await popup.reload();
  await offersToUndo('1 removed');
});
