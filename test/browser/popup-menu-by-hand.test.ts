import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { lacks, shows } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ longhaul, display, origin }) {
    await longhaul.enqueue({ url: origin.url('/opened.txt', { size: 100 }) });
    await longhaul.ended();
    await openPage(longhaul, display, awkwardPage(origin));
  },
});

async function openPopup(): Promise<Page> {
  here.display.press('alt+shift+l');
  const popup = await opened(here.longhaul, 'popup.html');
  await popup.waitForSelector('[data-place="more"]');
  return popup;
}

async function openMenu(popup: Page): Promise<void> {
  here.display.click(await middleOf(popup, '[data-place="more"]'));
  await popup.waitForSelector('[role=menu]');
}

test('Escape closes the menu and then the question, not the popup; Open asks the browser’s permission once', async () => {
  const popup = await openPopup();
  await openMenu(popup);
  here.display.press('Escape');
  await lacks(popup, '[role=menu]');
  await openMenu(popup);
  here.display.press('End', 'Return');
  await shows(popup, 'Delete opened.txt from the disk?');
  here.display.press('Escape');
  await lacks(popup, '[role=alertdialog]');
  assert.equal(popup.isClosed(), false);

  await openMenu(popup);
  here.display.press('Return');
  // The browser's own prompt, which no driver can see, closes the popup and fades in. Deny has the focus, Allow is next.
  await until(async () => popup.isClosed(), 'the prompt to close the popup');
  await new Promise(resolve => setTimeout(resolve, 1_000));
  here.display.press('Tab', 'Return');
  const own = await here.longhaul.page('chooser.html');
  await until(
    async () => own.evaluate(() => chrome.permissions.contains({ permissions: ['downloads.open'] })),
    'the permission',
  );
  await own.goto(here.longhaul.chromium.url('popup.html'));
  await own.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-place="file"]')?.title.startsWith('Open ') === true,
  );
});
