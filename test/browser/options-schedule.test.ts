import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { TimeWindow } from '../../src/core/queue/time-window.ts';
import { until } from './harness.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const [MONDAY, TUESDAY] = [24, 48];

let page: Page;

async function windows(): Promise<readonly TimeWindow[]> {
  return (await here.longhaul.ask('settings', {})).windows;
}

async function saved(wanted: readonly TimeWindow[]): Promise<void> {
  await until(async () => JSON.stringify(await windows()) === JSON.stringify(wanted), JSON.stringify(wanted), 20);
}

function cell(hour: number): string {
  return `[data-hour="${hour}"]`;
}

async function middle(hour: number): Promise<readonly [x: number, y: number]> {
  const box = await (await page.$(cell(hour)))?.boundingBox();
  assert.ok(box);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function drag(from: number, to: number): Promise<void> {
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(to)), { steps: 5 });
  await page.mouse.up();
}

beforeEach(async () => {
  await here.longhaul.ask('settings', { set: { windows: [{ days: [0], from: 0, to: 60 }] } });
  page = await here.longhaul.page('options.html#schedule');
  await page.setViewport({ width: 1000, height: 800 });
  await page.waitForSelector('.week:not(.week-tall)');
});

test('dragging paints a rectangle open, and dragging over open hours shuts them', async () => {
  await drag(MONDAY + 2, TUESDAY + 5);
  await saved([
    { days: [0], from: 0, to: 60 },
    { days: [1, 2], from: 2 * 60, to: 6 * 60 },
  ]);
  await drag(MONDAY + 2, MONDAY + 3);
  await saved([
    { days: [0], from: 0, to: 60 },
    { days: [2], from: 2 * 60, to: 6 * 60 },
    { days: [1], from: 4 * 60, to: 6 * 60 },
  ]);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('the keyboard alone paints: arrows move, Space toggles, Shift and an arrow go on with it', async () => {
  await page.focus(cell(0));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await saved([
    { days: [0], from: 0, to: 60 },
    { days: [1], from: 60, to: 120 },
  ]);
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await saved([
    { days: [0], from: 0, to: 60 },
    { days: [1], from: 60, to: 4 * 60 },
  ]);
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.match(name ?? '', /^Monday, 3\sAM: works$/);
  await page.close();
});

test('the last hour cannot be shut: it says why', async () => {
  await page.click(cell(0));
  await shows(page, 'At least one hour must be left.');
  await saved([{ days: [0], from: 0, to: 60 }]);
  await page.close();
});

test('a ready-made schedule is one click, and is marked', async () => {
  await page.locator('.week-presets ::-p-text(Nights)').click();
  await shows(page, 'Works 56 hours a week.');
  await page.waitForSelector('.week-presets button[aria-pressed=true]');
  await page.locator('.week-presets ::-p-text(Always)').click();
  await saved([]);
  await page.close();
});

test('on a narrow page the week stands: an arrow down is an hour on', async () => {
  await page.setViewport({ width: 400, height: 800 });
  await page.waitForSelector('.week-tall');
  await page.focus(cell(0));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await saved([{ days: [0], from: 0, to: 120 }]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 400, `the page is ${wide} wide`);
  assert.deepEqual(await violations(page), []);
  await page.close();
});
