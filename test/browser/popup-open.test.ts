import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { focusOnRow, lacks, openPopup, shows } from './popup-page.ts';
import { setting } from './setting.ts';

/** What the page asked the browser to open; the browser would start a program of this machine. */
interface Opened {
  readonly id: number;
  /** In the user's click: the browser refuses it without (Chromium 156). */
  readonly isUser: boolean;
}

let popup: Page;
let id: string;
let downloadId: number | null;
setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    [id = ''] = await longhaul.enqueue({ url: origin.url('/opened.txt', { size: 100 }) });
    downloadId = (await longhaul.ended())[0]?.downloadId ?? null;
    popup = await openPopup(longhaul);
    await popup.evaluateOnNewDocument(() => {
      const opened: Opened[] = [];
      Object.assign(globalThis, { opened });
      chrome.downloads.open = async (download: number) => {
        opened.push({ id: download, isUser: navigator.userActivation.isActive });
      };
    });
    await popup.reload();
    await popup.waitForSelector('[data-place="file"]');
    await popup.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-place="file"]')?.title.startsWith('Open ') === true,
    );
  },
});

/** What was opened since the last look. */
async function opened(): Promise<Opened[]> {
  return until(async () => {
    const list = await popup.evaluate(() => (globalThis as unknown as { opened: Opened[] }).opened.splice(0));
    return list.length > 0 && list;
  }, 'the file to be opened');
}

test('with the permission, the name, Enter on the row and the menu open the file, in the user’s click', async () => {
  const expected = [{ id: downloadId, isUser: true }];
  await popup.click('[data-place="file"]');
  assert.deepEqual(await opened(), expected);
  await focusOnRow(popup, id);
  await popup.keyboard.press('Enter');
  assert.deepEqual(await opened(), expected);
  await popup.click('[data-place="more"]');
  await popup.waitForSelector('[role=menu]');
  await popup.keyboard.press('Enter');
  assert.deepEqual(await opened(), expected);
  await lacks(popup, '[role=alert]');
});

test('a file that the browser’s list has lost meanwhile is not opened; its place is told', async () => {
  await popup.evaluate(async lost => {
    // In the same turn: the page has no time to see it go.
    void chrome.downloads.erase({ id: lost });
    document.querySelector<HTMLElement>('[data-place="file"]')?.click();
  }, downloadId ?? 0);
  await shows(popup, 'The browser’s list of downloads does not know this file any more.');
  assert.deepEqual(await popup.evaluate(() => (globalThis as unknown as { opened: Opened[] }).opened), []);
});
