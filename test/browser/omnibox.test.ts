import assert from 'node:assert/strict';
import { test } from 'node:test';
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

/**
 * Types behind the keyword in the address bar, as a person does. The key that ends it waits until the extension has heard
 * all: what a busy browser has not taken yet would be looked for by its search engine.
 */
async function typeIntoBar(text: string): Promise<void> {
  const page = await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  // Another page of the extension hears the same events.
  const listener = await here.longhaul.page('options.html');
  const heard = listener.evaluate(
    wanted =>
      new Promise<void>(resolve => {
        chrome.omnibox.onInputChanged.addListener(typed => (typed === wanted ? resolve() : undefined));
      }),
    text,
  );
  await page.bringToFront();
  here.display.press('ctrl+l');
  here.display.type(`lh ${text}`);
  await heard;
  here.display.press('Return');
  await listener.close();
}

test('lh and a link sends it', async () => {
  await typeIntoBar('http://127.0.0.1:9/bar.zip');
  await until(async () => (await here.longhaul.items()).length === 1, 'the item');
  assert.equal((await here.longhaul.items())[0]?.url, 'http://127.0.0.1:9/bar.zip');
});

test('lh and a batch sends all of it', async () => {
  await typeIntoBar('http://127.0.0.1:9/n[1:3].zip');
  await until(async () => (await here.longhaul.items()).length === 4, 'three items more');
});

test('lh and words opens the queue where the download is not done', async () => {
  await typeIntoBar('bar');
  const page = await opened(here.longhaul, 'popup.html');
  await page.waitForFunction(() => document.body.innerText.includes('bar.zip'));
});
