import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { ListedItem } from '../../src/messages/listing.ts';
import { until } from './harness.ts';
import { focused, hears, lacks, openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let popup: Page;
const here = setting({
  grants: 'all',
  async prepare({ longhaul }) {
    await longhaul.ask('settings', { set: { conflict: 'ask' } });
    popup = await openPopup(longhaul);
  },
});

/** Downloads a file of 100 bytes, and another of 2000 with its name, of which the user is then asked. */
async function askedAbout(folder: string): Promise<ListedItem> {
  const url = (size: number) => here.origin.url('/same.txt', { size, tag: `${folder}-${size}` });
  await here.longhaul.enqueue({ url: url(100), folder });
  await here.longhaul.ended();
  const { ids } = await here.longhaul.ask('enqueue', { links: [{ url: url(2000), folder }], paused: true });
  await popup.bringToFront();
  await popup.waitForSelector(`[data-row="${ids[0]}"]`);
  await here.longhaul.ask('control', { ids, action: 'resume' });
  const asking = await until(
    async () => (await here.longhaul.items()).find(({ clash }) => clash !== null) ?? null,
    'the question',
  );
  await popup.waitForSelector(`[data-row="${asking.id}"] .row-question`);
  return asking;
}

async function ended(id: string): Promise<ListedItem | undefined> {
  return (await here.longhaul.ended()).find(each => each.id === id);
}

/** Sizes of the files in a folder, by name. */
function files(folder: string): Record<string, number> {
  const path = join(here.longhaul.downloads, folder);
  return Object.fromEntries(readdirSync(path).map(name => [name, statSync(join(path, name)).size]));
}

async function answer(id: string, words: string): Promise<void> {
  await popup.focus(`[data-row="${id}"] [data-place="settle"]`);
  for (let steps = 0; steps < 3; steps += 1) {
    const active = await popup.evaluate(() => document.activeElement?.textContent);
    if (active === words) return popup.keyboard.press('Enter');
    await popup.keyboard.press('Tab');
  }
  throw new Error(`“${words}” is not reached by the Tab key.`);
}

test('a row whose file is there asks, with sizes and dates of both, and the harmless answer comes first', async () => {
  const { id, clash } = await askedAbout('rename');
  await hears(popup, /same\.txt is there already, and waits for your answer/);
  await shows(popup, `${clash?.path} is there already.`);
  const question = `[data-row="${id}"] .row-question`;
  const [there = '', comes = ''] = await popup.$$eval(`${question} dd`, all => all.map(each => each.textContent));
  assert.match(there, /^100 bytes.*\d{4}/);
  assert.match(comes, /^2 kB/);
  assert.deepEqual(await popup.$$eval(`${question} button`, all => all.map(each => each.textContent)), [
    'Keep both',
    'Overwrite',
    'Skip',
  ]);
  await lacks(popup, `[data-row="${id}"] [data-place="toggle"]`);
  assert.deepEqual(await violations(popup), []);

  await answer(id, 'Keep both');
  assert.equal((await ended(id))?.status, 'done');
  await hears(popup, /Both files are kept|same \(2\)\.txt is done/);
  assert.deepEqual(files('rename'), { 'same.txt': 100, 'same (2).txt': 2000 });
  assert.notEqual(await focused(popup), 'nothing');
});

test('overwrite puts the new file in the place of the old one', async () => {
  const { id } = await askedAbout('overwrite');
  await answer(id, 'Overwrite');
  assert.equal((await ended(id))?.status, 'done');
  assert.deepEqual(files('overwrite'), { 'same.txt': 2000 });
});

test('skip leaves the old file as it is', async () => {
  const { id } = await askedAbout('skip');
  await answer(id, 'Skip');
  await hears(popup, /^Skipped/);
  assert.equal((await ended(id))?.status, 'cancelled');
  assert.deepEqual(files('skip'), { 'same.txt': 100 });
});

test('a file that the browser keeps back is told of, and nothing here accepts it', async () => {
  const url = here.origin.url('/tool.crx', { size: 500, type: 'application/octet-stream' });
  const [id = ''] = await here.longhaul.enqueue({ url });
  await until(
    async () => (await here.longhaul.items()).some(({ danger }) => danger !== null),
    'the browser to fear it',
  );
  await popup.bringToFront();
  await shows(popup, 'The browser keeps this file back because it may be harmful.');
  await lacks(popup, `[data-row="${id}"] [data-place="file"]`);
  assert.deepEqual(await violations(popup), []);
  const buttons = await popup.$$eval(`[data-row="${id}"] button`, all =>
    all.map(each => each.getAttribute('aria-label') ?? each.textContent),
  );
  assert.deepEqual(buttons, ['Pause tool.crx', 'Cancel tool.crx', 'More for tool.crx', 'Show the downloads list']);
  await here.longhaul.ask('control', { ids: [id], action: 'cancel' });
});
