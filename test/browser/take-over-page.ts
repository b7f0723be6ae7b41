import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeEach } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ListedItem } from '../../src/messages/listing.ts';
import { until } from './harness.ts';
import { type Setting, setting } from './setting.ts';

/** Bytes of each file. */
export const SIZE = 3_000_000;

/** The extension with access to all sites, and one of them, 127.0.0.1, switched on before each test. */
export function takeOverSetting(): Setting {
  const here = setting({ grants: 'all' });
  beforeEach(async () => {
    await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
    await switchOn(here, '127.0.0.1');
  });
  return here;
}

/** The sites of which big downloads are taken. */
export async function switchOn(here: Setting, ...sites: string[]): Promise<void> {
  await here.longhaul.ask('settings', { set: { takeOver: { sites, types: [], leastSize: 100_000 } } });
}

/** A file that the browser would download, and that wants the page as Referer. */
export function fileAt(here: Setting, path: string, page: string): string {
  return here.origin.url(path, { size: SIZE, rate: SIZE, disposition: 'attachment', needReferer: page });
}

/** Opens a page with one thing to click in it, `#it`. */
export async function openPageWith(
  here: Setting,
  path: string,
  html: (page: string) => string,
  host = '127.0.0.1',
): Promise<Page> {
  const url = here.origin.page(path, '').replace('127.0.0.1', host);
  here.origin.page(path, `<!doctype html><title>A page</title><body>${html(url)}`);
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(url);
  return page;
}

/** Waits until our script is in the page. */
export async function scriptIn(here: Setting, page: Page): Promise<{ session: CDPSession; contextId: number }> {
  const session = await page.createCDPSession();
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(here.longhaul.chromium.extensionId)) ids.push(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = await until(async () => ids[0] ?? null, 'the script of ours');
  return { session, contextId };
}

async function ownPage(here: Setting): Promise<Page> {
  const url = here.longhaul.chromium.url('chooser.html');
  const target = here.longhaul.chromium.browser.targets().find(each => each.url() === url);
  const page = await target?.page();
  assert.ok(page !== null && page !== undefined, 'no page of ours is open');
  return page;
}

/** The browser's downloads that we have not asked for, of URLs with this in them. */
export async function foreign(here: Setting, part: string): Promise<chrome.downloads.DownloadItem[]> {
  const page = await ownPage(here);
  return page.evaluate(async text => {
    const all = await chrome.downloads.search({});
    return all.filter(({ byExtensionId, url }) => byExtensionId === undefined && url.includes(text));
  }, part);
}

export function filesNamed(here: Setting, name: string): readonly string[] {
  return readdirSync(here.longhaul.downloads).filter(each => each.startsWith(name));
}

export async function arrivedHere(here: Setting): Promise<ListedItem> {
  const [item] = await until(async () => {
    const items = await here.longhaul.items();
    return items.length > 0 ? items : null;
  }, 'the item');
  assert.ok(item !== undefined);
  const ended = (await here.longhaul.ended()).find(({ id }) => id === item.id);
  assert.equal(ended?.status, 'done', ended?.error?.message);
  return ended;
}

/** The browser brings the file itself, and the queue knows nothing of it. */
export async function assertLeft(here: Setting, part: string, name: string): Promise<void> {
  const [download] = await until(async () => {
    const all = await foreign(here, part);
    return all.length > 0 && all.every(({ state }) => state === 'complete') ? all : null;
  }, `the browser's own download of ${part}`);
  assert.equal(basename(download?.filename ?? ''), name);
  assert.deepEqual(filesNamed(here, name), [name]);
  assert.deepEqual(await here.longhaul.items(), []);
}
