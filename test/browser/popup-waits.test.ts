import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const MINUTES_A_DAY = 24 * 60;

let popup: Page;
const here = setting({
  grants: 'all',
  async prepare({ longhaul }) {
    popup = await openPopup(longhaul);
  },
});

async function clear(): Promise<void> {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
}

test('a file that was skipped by the rule says why, and can be had all the same', async () => {
  await here.longhaul.ask('settings', { set: { skipDownloaded: true } });
  await here.longhaul.enqueue({ url: here.origin.url('/notes.txt', { size: 100 }) });
  await here.longhaul.ended();
  await here.longhaul.enqueue({ url: here.origin.url('/notes.txt', { size: 100, tag: 'elsewhere' }) });
  await shows(popup, 'Skipped', 'You have downloaded a file of this name and size already');
  assert.deepEqual(await violations(popup), []);
  await popup.click('[aria-label="Try notes.txt again"]');
  await shows(popup, 'Finished 2', 'notes (2).txt');
});

test('what waits for its hours says when they begin', async () => {
  const now = new Date();
  const from = (now.getHours() * 60 + now.getMinutes() + 120) % MINUTES_A_DAY;
  const windows = [{ days: [0, 1, 2, 3, 4, 5, 6], from, to: (from + 60) % MINUTES_A_DAY }];
  await here.longhaul.ask('settings', { set: { windows } });
  await here.longhaul.enqueue({ url: here.origin.url('/later.txt', { size: 100 }) });
  await shows(popup, 'later.txt', 'Starts at ');
  await clear();
  await here.longhaul.ask('settings', { set: { windows: [] } });
});

test('what waits for a server that asked for a pause names the server and the time', async () => {
  const busy = (name: string) => here.origin.url(`/${name}.csv`, { status: 503, retryAfter: '900' });
  await here.longhaul.enqueue(...['a', 'b', 'c'].map(name => ({ url: busy(name) })));
  await popup.waitForFunction(
    host => new RegExp(`${host} asked for a pause until \\d+:\\d\\d`).test(document.body.innerText),
    { timeout: 20_000 },
    new URL(busy('a')).host,
  );
  assert.deepEqual(await violations(popup), []);
  await clear();
});
