import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { focused, hears, lacks, openPopup, shows, tabTo, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const HELD = 'Everything is paused. New links wait too.';

let popup: Page;
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    await longhaul.enqueue({ url: origin.url('/slow.bin', { size: 800_000, rate: 50_000 }) });
    popup = await openPopup(longhaul);
  },
});

async function statuses(): Promise<string[]> {
  return (await here.longhaul.items()).map(item => `${new URL(item.url).pathname} ${item.status}`);
}

test('Pause all says that everything is paused, and that new links wait too', async () => {
  await until(async () => (await statuses()).includes('/slow.bin running'), 'the file to run');
  await tabTo(popup, 'Pause all');
  await popup.keyboard.press('Enter');
  await shows(popup, HELD, 'Resume all');
  await hears(popup, /^Everything is paused/);
  assert.equal(await focused(popup), 'Resume all', 'the same button, which has kept the focus');
  assert.deepEqual(await statuses(), ['/slow.bin paused']);
  assert.deepEqual(await violations(popup), []);
});

test('what is added meanwhile waits, and its result says so', async () => {
  await popup.type('textarea', here.origin.url('/new.txt', { size: 100 }));
  await popup.keyboard.press('Enter');
  await shows(popup, '1 added', 'It waits: everything is paused.');
  await hears(popup, /^1 added\. It waits: everything is paused/);
  assert.deepEqual(await statuses(), ['/slow.bin paused', '/new.txt paused']);
  assert.deepEqual(await violations(popup), []);
});

test('it is remembered when the worker dies and the popup is opened anew', async () => {
  assert.ok(await here.longhaul.killWorker());
  await popup.reload();
  await shows(popup, HELD);
});

test('what was removed before it waits too when it is brought back, and says for what', async () => {
  const url = here.origin.url('/later.bin', { size: 300_000, rate: 50_000 });
  await here.longhaul.ask('control', { ids: 'all', action: 'resume' });
  const [id = ''] = await here.longhaul.enqueue({ url });
  await until(async () => (await statuses()).includes('/later.bin running'), 'the file to run');
  await here.longhaul.ask('control', { ids: [id], action: 'remove' });
  await here.longhaul.ask('control', { ids: 'all', action: 'pause' });
  await here.longhaul.ask('undo', {});
  await shows(popup, 'later.bin', 'Waits until you resume all');
});

test('Resume all lets everything go on', async () => {
  await tabTo(popup, 'Resume all');
  await popup.keyboard.press('Enter');
  await lacks(popup, '.popup-header-held');
  await hears(popup, /^Downloads go on/);
  assert.notEqual(await focused(popup), 'nothing');
  const ended = await here.longhaul.ended();
  assert.ok(
    ended.every(({ status }) => status === 'done'),
    JSON.stringify(await statuses()),
  );
});

test('with an empty list it can be ended too, and the focus stays on the page', async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'pause' });
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await shows(popup, HELD, 'Nothing to download yet');
  assert.deepEqual(await violations(popup), []);
  await tabTo(popup, 'Resume all');
  await popup.keyboard.press('Enter');
  await lacks(popup, '.popup-header button');
  assert.equal(await focused(popup), 'links');
});
