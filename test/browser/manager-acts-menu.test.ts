import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import {
  chord,
  clickLine,
  focusedLine,
  line,
  waitForFocus,
  openManager,
  press,
  selectedLines,
  waitForOrder,
} from './manager-page.ts';
import { lacks, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let page: Page;
/** By order. The first is done, the others are paused. */
let ids: string[];
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    const urls = ['a', 'b', 'c', 'd'].map(name => ({ url: origin.url(`/${name}.bin`, { size: 500 }) }));
    const done = await longhaul.enqueue(...urls.slice(0, 1));
    await longhaul.ended();
    ids = [...done, ...(await longhaul.ask('enqueue', { links: urls.slice(1), paused: true })).ids];
    page = await openManager(longhaul, ids);
  },
});

async function entries(): Promise<string[]> {
  return page.$$eval('[role=menu] .menu-label', labels => labels.map(label => label.textContent));
}

/** The entry of the menu that has the focus. */
async function entry(): Promise<string> {
  return page.evaluate(() => document.activeElement?.querySelector('.menu-label')?.textContent ?? 'none');
}

test('a right click on a line that is not selected selects it, and the menu is what fits it', async () => {
  await clickLine(page, ids[2]);
  await page.click(`${line(ids[0])} [role=gridcell]`, { button: 'right' });
  await page.waitForSelector('[role=menu]');
  assert.deepEqual(await selectedLines(page), [ids[0]]);
  assert.deepEqual(await entries(), [
    'Open',
    'Show in folder',
    'Download again',
    'Copy links',
    'Delete file…',
    'Remove',
    'Remove all finished',
    'Keyboard shortcuts',
  ]);
  assert.deepEqual(await violations(page), []);
  await page.mouse.click(5, 700);
  await lacks(page, '[role=menu]');
});

test('one on a line that is selected leaves the selection, and the menu is of all', async () => {
  await clickLine(page, ids[1]);
  await clickLine(page, ids[2], 'Shift');
  await page.click(`${line(ids[2])} [role=gridcell]`, { button: 'right' });
  assert.deepEqual(await selectedLines(page), [ids[1], ids[2]]);
  await press(page, 'Move to bottom', '[role=menu]');
  await lacks(page, '[role=menu]');
  // What has ended stands below the queue.
  await waitForOrder(page, [ids[3], ids[1], ids[2], ids[0]].map(String));
  await waitForFocus(page, ids[2]);
  await chord(page, 'Control', 'z');
  await waitForOrder(page, [ids[1], ids[2], ids[3], ids[0]].map(String));
});

test('the menu is opened and used by keys alone', async () => {
  await page.focus(line(ids[3]));
  await page.keyboard.press('ArrowUp');
  await chord(page, 'Shift', 'F10');
  await page.waitForSelector('[role=menu]');
  assert.deepEqual(await selectedLines(page), [ids[2]]);
  assert.equal(await entry(), 'Resume');
  await page.keyboard.press('End');
  assert.equal(await entry(), 'Keyboard shortcuts');
  await page.keyboard.press('ArrowDown');
  assert.equal(await entry(), 'Resume', 'it goes round');
  await page.keyboard.press('c');
  assert.equal(await entry(), 'Copy links');
  await page.keyboard.press('Escape');
  await lacks(page, '[role=menu]');
  await waitForFocus(page, ids[2]);
  assert.deepEqual(await selectedLines(page), [ids[2]], 'Escape has closed the menu, and no more');
});

test('the button at the end of a line opens it in line with its end, within the window', async () => {
  await page.click(`${line(ids[3])} [data-menu]`);
  const menu = await page.waitForSelector('[role=menu]');
  const box = await menu?.boundingBox();
  const button = await (await page.$(`${line(ids[3])} [data-menu]`))?.boundingBox();
  assert.ok(box && button);
  assert.ok(Math.abs(box.x + box.width - (button.x + button.width)) < 6, `${box.x + box.width}`);
  assert.ok(box.y + box.height <= 720);
  await page.keyboard.press('Escape');
});

test('the file of a line is deleted only after a question, of which the answer at hand keeps it', async () => {
  await page.click(`${line(ids[0])} [role=gridcell]`, { button: 'right' });
  await press(page, 'Delete file…', '[role=menu]');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await violations(page), []);
  assert.equal(await focusedLine(page), 'Keep');
  await press(page, 'Delete', 'dialog');
  await lacks(page, 'dialog');
  await until(async () => (await here.longhaul.items())[0]?.isMissing === true, 'the file to be gone', 20);
  await waitForFocus(page, ids[0]);
});

test('? shows all keys, and closing them leads back to the line', async () => {
  await page.focus(line(ids[1]));
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await lacks(page, 'dialog');
  await waitForFocus(page, ids[1]);
});
