import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openChooser, press } from './chooser-page.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const COUNT = 400;
let pageUrl: string;
const here = setting({
  grants: 'all',
  prepare({ origin }) {
    const rows = Array.from({ length: COUNT }, (_, n) => `<a href="/page-${n}">Page ${n}</a>`);
    pageUrl = origin.page('/pages', `<!doctype html><title>Pages</title>${rows.join('')}`);
  },
});

async function focusedLink(chooser: Page): Promise<number> {
  return chooser.evaluate(() => Number((document.activeElement as HTMLElement | null)?.dataset['position'] ?? -1));
}

async function pressKeys(
  chooser: Page,
  key: Parameters<Page['keyboard']['press']>[0],
  position: number,
): Promise<void> {
  await chooser.keyboard.press(key);
  await chooser.waitForFunction(
    wanted => (document.activeElement as HTMLElement | null)?.dataset['position'] === `${wanted}`,
    { timeout: 5_000 },
    position,
  );
}

test('all of the list is chosen in by keys', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await shows(chooser, '0 selected');
  await chooser.focus('.link-row input[tabindex="0"]');
  await pressKeys(chooser, 'ArrowDown', 1);
  await chooser.keyboard.press('Space');
  await shows(chooser, '1 selected');
  await chooser.keyboard.down('Shift');
  await pressKeys(chooser, 'ArrowDown', 2);
  await pressKeys(chooser, 'ArrowDown', 3);
  await chooser.keyboard.up('Shift');
  await shows(chooser, '3 selected');
  await pressKeys(chooser, 'End', COUNT - 1);
  await pressKeys(chooser, 'Home', 0);
  await pressKeys(chooser, 'PageDown', await pageOf(chooser));
  await chooser.keyboard.down('Control');
  await chooser.keyboard.press('a');
  await chooser.keyboard.up('Control');
  await shows(chooser, `${COUNT} selected`);
  assert.ok((await focusedLink(chooser)) > 0, 'the focus stays where it was');
  await chooser.close();
});

async function pageOf(chooser: Page): Promise<number> {
  return chooser.$eval('.link-view', view => Math.floor((view.clientHeight - 29) / 52) - 1);
}

test('Shift with a click reaches from the last one on, through what is not rendered', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await press(chooser, 'None');
  await chooser.click('.link-row input[data-position="2"]');
  await chooser.$eval('.link-view', view => view.scrollTo(0, 300 * 52));
  await chooser.waitForSelector('[data-position="302"]');
  await chooser.keyboard.down('Shift');
  await chooser.click('[data-position="302"]');
  await chooser.keyboard.up('Shift');
  await shows(chooser, '301 selected');
  await chooser.close();
});

test('thumbnails: arrows go over rows and columns, and a click chooses', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await chooser.setViewport({ width: 760, height: 800 });
  await press(chooser, 'Thumbnails');
  await chooser.waitForSelector('.link-tile');
  await chooser.focus('.link-tile input[tabindex="0"]');
  await pressKeys(chooser, 'ArrowRight', 1);
  await pressKeys(chooser, 'ArrowDown', 5);
  await chooser.keyboard.press('Space');
  await shows(chooser, '1 selected');
  await pressKeys(chooser, 'End', COUNT - 1);
  assert.deepEqual(await violations(chooser), []);
  await press(chooser, 'List');
  await chooser.waitForSelector('.link-row');
  assert.deepEqual(await violations(chooser), []);
  await chooser.close();
});

test('a narrow page shows all that it has without scrolling sideways', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await chooser.setViewport({ width: 480, height: 800 });
  assert.ok(await chooser.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await chooser.close();
});
