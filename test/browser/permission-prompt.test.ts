import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none', onScreen: true });

test('the popup offers to ask for the site; allowed for real, its big file comes by Background Fetch', async () => {
  const url = here.origin.url('/big.txt', { size: 3_000_000 });
  const { ids } = await here.longhaul.ask('enqueue', { links: [{ url }], paused: true });
  await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  here.display.press('alt+shift+l');
  const popup = await opened(here.longhaul, 'popup.html');
  here.display.click(await middleOf(popup, 'button[aria-label="Allow 127.0.0.1"]'));

  // The browser's own prompt, which no driver can see, closes the popup and fades in. Deny has the focus, Allow is next.
  await until(async () => popup.isClosed(), 'the prompt to close the popup');
  await new Promise(resolve => setTimeout(resolve, 1_000));
  here.display.press('Tab', 'Return');
  const own = await here.longhaul.page('chooser.html');
  const origins = await until(async () => {
    const { origins: granted = [] } = await own.evaluate(() => chrome.permissions.getAll());
    return granted.length > 0 && granted;
  }, 'the grant');
  assert.deepEqual(origins.toSorted(), ['http://127.0.0.1/*', 'https://127.0.0.1/*']);

  await here.longhaul.ask('control', { ids, action: 'resume' });
  const [item] = await here.longhaul.ended();
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.equal(item.carrier, 'background-fetch');
});
