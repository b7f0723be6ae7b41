import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({
  grants: 'none',
  onScreen: true,
  async prepare({ longhaul }) {
    await longhaul.ask('settings', { set: { hold: true } });
  },
});

test('what is copied from a page brings its links, and the page itself is sent with a click', async () => {
  const url = awkwardPage(here.origin);
  const page = await openPage(here.longhaul, here.display, url);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#selection') ?? document.body));
  here.display.press('ctrl+c');
  here.display.press('alt+shift+l');
  const popup = await opened(here.longhaul, 'popup.html');
  await popup.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  here.display.press('ctrl+v');
  await popup.waitForFunction(() => document.querySelector('textarea')?.value.includes('/second.txt'));

  await popup.waitForFunction(() => document.body.innerText.includes('Send this page'));
  here.display.click(await middleOf(popup, `button[title="${url}"]`));
  await until(async () => (await here.longhaul.items()).length === 1, 'the page');
  assert.equal((await here.longhaul.items())[0]?.url, url);
  // What the box holds is sent by its own key.
  await popup.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  here.display.press('Return');
  await until(async () => (await here.longhaul.items()).length === 3, 'the links of the selection');
});
