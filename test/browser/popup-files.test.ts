import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { LinkAsk } from '../../src/messages/protocol.ts';
import { until } from './harness.ts';
import { focused, focusOnRow, hears, lacks, openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let popup: Page;
const here = setting({
  grants: 'none',
  async prepare({ longhaul }) {
    popup = await openPopup(longhaul);
    const origin = longhaul.chromium.url('').replace(/\/$/, '');
    await longhaul.chromium.browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
  },
});

async function item(id: string): Promise<ListedItem> {
  const found = (await here.longhaul.items()).find(each => each.id === id);
  assert.ok(found !== undefined);
  return found;
}

/** Downloads one file, and waits for its row. */
async function fetched(path: string, size = 100, link: Partial<LinkAsk> = {}): Promise<ListedItem> {
  const url = here.origin.url(path, { size, tag: `${size}` });
  const [id = ''] = await here.longhaul.enqueue({ url, ...link });
  await here.longhaul.ended();
  await popup.bringToFront();
  await popup.waitForSelector(`[data-row="${id}"] [data-place="file"]`);
  return item(id);
}

/** By the keys alone. */
async function openMenu(id: string): Promise<void> {
  await popup.focus(`[data-row="${id}"] [data-place="more"]`);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('[role=menu]');
}

async function entries(): Promise<string[]> {
  return popup.$$eval('[role=menuitem]', all => all.map(each => each.textContent));
}

async function active(): Promise<string> {
  return popup.evaluate(() => document.activeElement?.textContent ?? '');
}

async function press(
  ...keys: ('ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape' | 'Tab' | 'Delete' | 'c' | 'd')[]
): Promise<void> {
  for (const key of keys) await popup.keyboard.press(key);
}

async function copied(): Promise<string> {
  return popup.evaluate(() => navigator.clipboard.readText());
}

test('the menu of a row is opened, walked and closed by keys, and copies link and path', async () => {
  const { id, url, path } = await fetched('/walk.txt');
  await openMenu(id);
  assert.deepEqual(await entries(), [
    'Open',
    'Show in folder',
    'Copy link',
    'Copy path',
    'Download again',
    'Delete file…',
  ]);
  assert.equal(await active(), 'Open');
  assert.deepEqual(await violations(popup), []);
  await press('ArrowUp');
  assert.equal(await active(), 'Delete file…');
  await press('ArrowDown', 'c', 'c');
  assert.equal(await active(), 'Copy path');
  await press('Delete');
  await press('Escape');
  await lacks(popup, '[role=menu]');
  assert.equal(await popup.evaluate(() => document.activeElement?.getAttribute('aria-expanded')), 'false');
  assert.equal(await focused(popup), id, 'the row is there yet: a key pressed in the menu is none of the list');

  await openMenu(id);
  await press('c', 'Enter');
  await hears(popup, /^Link copied/);
  assert.equal(await copied(), url);
  await lacks(popup, '[role=menu]');
  await openMenu(id);
  await press('c', 'c', 'Enter');
  await hears(popup, /^Path copied/);
  assert.equal(await copied(), path);

  await openMenu(id);
  await press('Tab');
  await lacks(popup, '[role=menu]');
  await openMenu(id);
  await popup.click('h1');
  await lacks(popup, '[role=menu]');
});

test('the keys that copy everywhere copy the link of the row', async () => {
  const { id, url } = await fetched('/copied.txt');
  await popup.evaluate(() => navigator.clipboard.writeText('before'));
  await focusOnRow(popup, id);
  await popup.keyboard.down('Control');
  await popup.keyboard.press('c');
  await popup.keyboard.up('Control');
  await until(async () => (await copied()) === url, 'the link to be copied');
});

test('without the permission to open, the name shows the file in its folder', async () => {
  const { id } = await fetched('/shown.txt');
  assert.deepEqual(await here.longhaul.ask('show-file', { id }), {});
  await popup.bringToFront();
  assert.match(
    await popup.$eval(`[data-row="${id}"] [data-place="file"]`, name => (name as HTMLElement).title),
    /^Show /,
  );
  await focusOnRow(popup, id);
  await press('Enter');
  await popup.click(`[data-row="${id}"] [data-place="file"]`);
  await lacks(popup, '[role=alert]');
});

test('a file is deleted after one question, which the focus is on; its row says so, and brings it back', async () => {
  const { id, path } = await fetched('/deleted.txt');
  await openMenu(id);
  await press('d', 'd', 'Enter');
  await shows(popup, 'Delete deleted.txt from the disk?');
  assert.equal(await active(), 'Keep');
  assert.deepEqual(await violations(popup), []);
  await press('Delete', 'Escape');
  await lacks(popup, '[role=alertdialog]');
  assert.ok(existsSync(path ?? ''));
  assert.equal(await focused(popup), id);

  await openMenu(id);
  await press('d', 'd', 'Enter');
  await popup.waitForSelector('.button-danger');
  await popup.click('.button-danger');
  await hears(popup, /^deleted\.txt was deleted/);
  await shows(popup, 'Moved or deleted');
  assert.equal(existsSync(path ?? ''), false);
  assert.equal(await focused(popup), id);
  const { status, isMissing } = await item(id);
  assert.deepEqual([status, isMissing], ['done', true]);
  await popup.bringToFront();

  await popup.click(`[data-row="${id}"] [aria-label="Download deleted.txt again"]`);
  await until(async () => (await item(id)).downloadId !== null, 'the file to be there again');
  assert.ok(existsSync(path ?? ''));
});

test('a stranger’s file is never deleted, nor offered, where the browser’s number has become another’s', async () => {
  const ours = await fetched('/ours.txt');
  const theirs = await fetched('/theirs.txt');
  await popup.evaluate(
    (id, downloadId) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('longhaul');
        opening.onerror = () => reject(new Error('It was not opened.'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('items', 'readwrite').objectStore('items');
          const reading = store.get(id);
          reading.onsuccess = () => {
            const writing = store.put({ ...(reading.result as object), downloadId });
            writing.onsuccess = () => resolve();
          };
          store.transaction.oncomplete = () => opening.result.close();
        };
      }),
    ours.id,
    theirs.downloadId ?? 0,
  );
  const reply = await here.longhaul.reply('delete-file', { id: ours.id });
  assert.equal(reply.ok, false);
  assert.equal(reply.error.code, 'file-unknown');
  assert.ok(reply.error.message.includes(ours.path ?? 'nowhere'), reply.error.message);
  assert.ok(existsSync(ours.path ?? '') && existsSync(theirs.path ?? ''));
  await popup.bringToFront();
  await lacks(popup, `[data-row="${ours.id}"] [data-place="file"]`);
  await openMenu(ours.id);
  assert.deepEqual(await entries(), ['Copy link', 'Copy path', 'Download again']);
  await press('Escape');
});

test('a file that was saved over by a later download is that one’s to delete', async () => {
  const first = await fetched('/over.txt', 100);
  const second = await fetched('/over.txt', 200, { conflict: 'overwrite' });
  assert.equal(second.path, first.path);
  const reply = await here.longhaul.reply('delete-file', { id: first.id });
  assert.equal(reply.ok ? '' : reply.error.code, 'file-replaced');
  assert.equal(readFileSync(first.path ?? '').length, 200);
  assert.deepEqual(await here.longhaul.ask('delete-file', { id: second.id }), {});
  assert.equal(existsSync(first.path ?? ''), false);
});
