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

/** Types behind the keyword in the address bar, as a person does. */
async function typeIntoBar(text: string): Promise<void> {
  await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  here.display.press('ctrl+l');
  here.display.type(`lh ${text}`);
  here.display.press('Return');
}

test('lh and a link sends it', async () => {
  await typeIntoBar('http://127.0.0.1:9/bar.zip');
  await until(async () => (await here.longhaul.items()).length === 1, 'the item').catch((fault: unknown) => {
    here.display.screenshot('/tmp/longhaul-omnibox.png');
    throw fault;
  });
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
