import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import {
  chord,
  clickLine,
  line,
  waitForFocus,
  openManager,
  press,
  selectedLines,
  waitForOrder,
} from './manager-page.ts';
import { hears, lacks, shows } from './popup-page.ts';
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

/** Waits until the queue itself stands in this order of letters, and the page shows it. */
async function stands(letters: string): Promise<void> {
  const wanted = [...letters].map(letter => idOf(letter));
  const inOrder = async (): Promise<boolean> =>
    (await here.longhaul.items()).map(({ id }) => id).join() === wanted.join();
  await until(inOrder, `the queue to be ${letters}`, 20);
  await waitForOrder(page, wanted);
}

function idOf(letter: string): string {
  return ids['abcdef'.indexOf(letter)] ?? '';
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the name of a line: at its upper edge 0, at the lower one 1. */
async function pointOn(letter: string, part: number): Promise<Point> {
  const box = await (await page.waitForSelector(line(idOf(letter))))?.boundingBox();
  assert.ok(box !== null && box !== undefined);
  return { x: box.x + 60, y: box.y + box.height * part };
}

/** Takes a line and holds it over a place of another. */
async function dragTo(from: string, to: string, part: number): Promise<void> {
  const [start, end] = [await pointOn(from, 0.5), await pointOn(to, part)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.waitForSelector('.drop-line');
}

test('a line is dragged to between two others, and Undo brings it back', async () => {
  await dragTo('b', 'e', 0.2);
  await shows(page, '1 download');
  await page.mouse.up();
  await stands('acdbef');
  await hears(page, /^Moved to place 4 of 6/);
  assert.deepEqual(await selectedLines(page), [idOf('b')]);
  await press(page, 'Undo', '.toast');
  await stands('abcdef');
});

test('all that is selected is dragged together, also below the last line', async () => {
  await clickLine(page, idOf('a'));
  await clickLine(page, idOf('d'), 'Control');
  await dragTo('d', 'f', 0.9);
  await shows(page, '2 downloads');
  await page.mouse.up();
  await stands('bcefad');
  await page.focus(line(idOf('a')));
  await chord(page, 'Control', 'z');
  await stands('abcdef');
});

test('Escape gives a drag up, and the selection stays', async () => {
  await clickLine(page, idOf('c'));
  await dragTo('c', 'f', 0.9);
  await page.keyboard.press('Escape');
  await lacks(page, '.drag');
  await page.mouse.up();
  assert.deepEqual(await selectedLines(page), [idOf('c')]);
  assert.equal((await here.longhaul.items()).map(({ id }) => id).join(), ids.join());
});

test('the keys move what is selected by steps and leaps, one after the other, and the focus goes along', async () => {
  await clickLine(page, idOf('b'));
  await chord(page, 'Alt', 'ArrowDown');
  await chord(page, 'Alt', 'ArrowDown');
  await chord(page, 'Alt', 'ArrowDown');
  await stands('acdebf');
  await waitForFocus(page, idOf('b'));
  await hears(page, /^Moved to place 5 of 6\. Ctrl\+Z takes it back/);
  await chord(page, 'Shift', 'ArrowUp');
  await chord(page, 'Alt', 'Home');
  await stands('ebacdf');
  await chord(page, 'Alt', 'End');
  await stands('acdfeb');
  await chord(page, 'Control', 'z');
  await stands('ebacdf');
});

test('among those of a higher priority a line takes it on, so that it stays where it was put', async () => {
  await here.longhaul.ask('control', { ids: [idOf('e')], action: 'prioritize', priority: 'high' });
  await page.reload();
  await page.waitForSelector(line(idOf('f')));
  await clickLine(page, idOf('f'));
  await chord(page, 'Alt', 'Home');
  const priorityOf = async (): Promise<string | undefined> =>
    (await here.longhaul.items()).find(({ id }) => id === idOf('f'))?.priority;
  await until(async () => (await priorityOf()) === 'high', 'the line to be of high priority', 20);
  await chord(page, 'Control', 'z');
  await until(async () => (await priorityOf()) === 'normal', 'the line to have its own priority again', 20);
});
