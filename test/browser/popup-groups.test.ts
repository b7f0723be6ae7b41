import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { ListedItem } from '../../src/messages/listing.ts';
import { until } from './harness.ts';
import { focused, focusOnRow, hears, lacks, openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

/** It outlasts the test: it is cancelled in the end. */
const SLOW = { size: 1_000_000, rate: 20_000 };

let popup: Page;
let group: string;
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    const files = [
      origin.url('/poster.jpg', { size: 100 }),
      origin.url('/gone.mp3', { status: 404 }),
      origin.url('/part-1.mp3', SLOW),
      origin.url('/part-2.mp3', SLOW),
      origin.url('/part-3.mp3', SLOW),
    ];
    const { ids } = await longhaul.ask('enqueue', {
      links: files.map(url => ({ url, group: 'The <b>long</b> tale' })),
    });
    await longhaul.enqueue({ url: origin.url('/alone.txt', { size: 100 }) });
    group = (await longhaul.items()).find(({ id }) => id === ids[0])?.group?.id ?? '';
    popup = await openPopup(longhaul);
  },
});

async function members(): Promise<ListedItem[]> {
  return (await here.longhaul.ask('list', { group })).items;
}
async function unended(): Promise<string[]> {
  return (await members()).map(({ status }) => status).filter(status => !['done', 'failed'].includes(status));
}
async function isOpen(): Promise<string | null> {
  return popup.$eval(`[data-row="${group}"] [data-place="open"]`, button => button.getAttribute('aria-expanded'));
}
async function rowCount(selector: string): Promise<number> {
  return (await popup.$$(selector)).length;
}

test('a group that is under way is one row with one progress, and tells of failures inside', async () => {
  await shows(popup, 'The <b>long</b> tale', '1 of 5 files', '1 failed');
  assert.equal(await rowCount('[data-row]'), 2, 'the group and the file that is alone');
  assert.equal(await isOpen(), 'false');
  const bar = await popup.$eval(`[data-row="${group}"] [role=progressbar]`, element => ({
    name: element.getAttribute('aria-label'),
    text: element.getAttribute('aria-valuetext'),
    now: Number(element.getAttribute('aria-valuenow')),
  }));
  assert.deepEqual([bar.name, bar.text], ['The <b>long</b> tale', '1 of 5 files']);
  assert.ok(bar.now >= 20 && bar.now < 100, `${bar.now}`);
  assert.deepEqual(await violations(popup), []);
});

test('the keys open it, lead through its files and back, and close it', async () => {
  await focusOnRow(popup, group);
  await popup.keyboard.press('ArrowRight');
  await popup.waitForFunction(() => document.querySelectorAll('.fold-members [data-row]').length === 5);
  assert.equal(await isOpen(), 'true');
  assert.equal(await focused(popup), group);
  const [first, second] = await members();
  await popup.keyboard.press('ArrowDown');
  assert.equal(await focused(popup), first?.id);
  await popup.keyboard.press('ArrowDown');
  assert.equal(await focused(popup), second?.id);
  await shows(popup, 'does not have this file');
  assert.deepEqual(await violations(popup), []);
  await popup.keyboard.press('ArrowLeft');
  assert.equal(await focused(popup), group);
  await popup.keyboard.press('Enter');
  await lacks(popup, '.fold-members');
  assert.equal(await isOpen(), 'false');
  assert.equal(await focused(popup), group);
});

test('a click on its title opens it, another closes it', async () => {
  await popup.click('.fold-button');
  await popup.waitForSelector('.fold-members [data-row]');
  await popup.click('.fold-button');
  await lacks(popup, '.fold-members');
});

test('Space pauses it as one and resumes it, and the focus stays with it', async () => {
  await focusOnRow(popup, group);
  await popup.keyboard.press(' ');
  await popup.waitForSelector('[aria-label="Resume all of The <b>long</b> tale"]');
  assert.deepEqual(await unended(), ['paused', 'paused', 'paused']);
  await shows(popup, '1 of 5 files', 'Paused');
  assert.equal(await rowCount('.message-bad'), 0, 'that some have ended is no reason to complain');
  assert.equal(await focused(popup), group);
  assert.deepEqual(await violations(popup), []);
  await popup.keyboard.press(' ');
  await popup.waitForSelector('[aria-label="Pause all of The <b>long</b> tale"]');
  await until(async () => (await unended()).includes('running'), 'one of them to run');
  assert.equal(await focused(popup), group);
});

test('Shift and Delete remove it as one, and Undo brings it back as one', async () => {
  await focusOnRow(popup, group);
  await popup.keyboard.down('Shift');
  await popup.keyboard.press('Delete');
  await popup.keyboard.up('Shift');
  await lacks(popup, '.row-group');
  await hears(popup, /^5 removed from the list/);
  assert.notEqual(await focused(popup), 'nothing');
  assert.deepEqual(await members(), []);
  await popup.click('.undo-bar .button');
  await hears(popup, /^5 are back in the list/);
  await popup.waitForSelector(`[data-row="${group}"]`);
  assert.equal(await focused(popup), group);
});

test('Delete cancels it as one; its files are rows like others then', async () => {
  await focusOnRow(popup, group);
  await popup.keyboard.press('Delete');
  await lacks(popup, '.row-group');
  assert.notEqual(await focused(popup), 'nothing');
  assert.deepEqual(
    (await members()).slice(2).map(({ status }) => status),
    ['cancelled', 'cancelled', 'cancelled'],
  );
  for (const { id } of await members()) await popup.waitForSelector(`[data-row="${id}"]`);
});

test('a group that ends by itself unfolds, too', async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  const links = ['a', 'b'].map(name => ({
    url: here.origin.url(`/${name}.ogg`, { size: 60_000, rate: 40_000 }),
    group: 'Two songs',
  }));
  await here.longhaul.ask('enqueue', { links });
  await popup.waitForSelector('.row-group');
  await lacks(popup, '.row-group');
  await shows(popup, 'Finished', 'a.ogg', 'b.ogg');
  assert.equal(await rowCount('[data-row]'), 2);
});
