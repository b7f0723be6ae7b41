import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebWorker } from 'puppeteer-core';
import { awkwardPage } from './awkward-page.ts';
import { opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ longhaul }) {
    await longhaul.ask('settings', { set: { hold: true } });
  },
});

/** What the browser tells of a text behind the keyword. By keys it is typed once: what was typed before is offered again. */
async function enter(text: string): Promise<void> {
  const { browser } = here.longhaul.chromium;
  const target = await browser.waitForTarget(
    each => each.type() === 'service_worker' && each.url().endsWith('worker.js'),
  );
  const worker = (await target.worker()) as WebWorker;
  await worker.evaluate(typed => {
    const event = chrome.omnibox.onInputEntered as unknown as { dispatch(text: string, where: string): void };
    event.dispatch(typed, 'currentTab');
  }, text);
}

test('lh and a link, typed into the address bar, sends it', async () => {
  await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  here.display.press('ctrl+l');
  here.display.type('lh http://127.0.0.1:9/bar.zip');
  here.display.press('Return');
  await until(async () => (await here.longhaul.items()).length === 1, 'the item');
  assert.equal((await here.longhaul.items())[0]?.url, 'http://127.0.0.1:9/bar.zip');
});

test('lh and a batch sends all of it', async () => {
  await enter('http://127.0.0.1:9/n[1:3].zip');
  await until(async () => (await here.longhaul.items()).length === 4, 'three items more');
});

test('lh and words searches the manager, in the tab that has it already', async () => {
  await enter('bar zip');
  const page = await opened(here.longhaul, 'manager.html?q=bar');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'bar zip');
  await enter('foo');
  await page.waitForFunction(() => location.search === '?q=foo');
});

test('lh and the line of a download that is not done shows it in the manager', async () => {
  const [item] = (await here.longhaul.items()).filter(({ url }) => url.endsWith('/bar.zip'));
  await enter(`? ${item?.url}`);
  await opened(here.longhaul, `manager.html?item=${item?.id}`);
});

test('lh and more links than are sent at once stand in the box first', async () => {
  await enter('http://127.0.0.1:9/n[1:2000].zip');
  const page = await opened(here.longhaul, 'popup.html');
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('[1:2000]') === true);
});
