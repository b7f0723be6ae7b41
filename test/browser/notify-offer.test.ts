import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ longhaul, origin }) {
    const page = await longhaul.page('chooser.html');
    // One offer at a time: that of access goes before.
    await page.evaluate(() => chrome.storage.local.set({ declinedSites: ['127.0.0.1'] }));
    await page.close();
    const files = [1, 2, 3, 4, 5, 6].map(n => origin.url(`/many-${n}.txt`, { size: 400_000, rate: 50_000 }));
    await longhaul.enqueue(...files.map(url => ({ url })));
  },
});

async function popupByKey(): Promise<Page> {
  await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  here.display.press('alt+shift+l');
  return opened(here.longhaul, 'popup.html');
}

test('notifications are offered while much is to come; allowed for real, they come without a restart', async () => {
  const popup = await popupByKey();
  await shows(popup, 'Shall Longhaul tell you');
  assert.deepEqual(await violations(popup), []);
  here.display.click(await middleOf(popup, '.offer .button'));

  // The browser's own prompt, which no driver can see, closes the popup and fades in. Deny has the focus, Allow is next.
  await until(async () => popup.isClosed(), 'the prompt to close the popup');
  await new Promise(resolve => setTimeout(resolve, 1_000));
  here.display.press('Tab', 'Return');
  const own = await here.longhaul.page('chooser.html');
  await until(
    () => own.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] })),
    'the grant',
    20,
  );
  await here.longhaul.ended();
  const shown = (): Promise<string[]> =>
    own.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));
  await until(async () => (await shown()).includes('queue'), 'the notification', 20);
});
