import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardPage } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import {
  assertArrived,
  assertNothingLeft,
  assertRequests,
  itemOf,
  partsAsked,
  PART,
  requestsOf,
} from './fetch/big-file.ts';
import { until } from './harness.ts';
import { lacks, openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const PATH = '/atlas.iso';
const SIZE = 4 * PART;

const here = setting({ grants: 'none', onScreen: true });

/** Grants the test origin by the popup's offer and the browser's own prompt, with real clicks and keys. */
async function allowByHand(): Promise<void> {
  await openPage(here.longhaul, here.display, awkwardPage(here.origin));
  here.display.press('alt+shift+l');
  const popup = await opened(here.longhaul, 'popup.html');
  here.display.click(await middleOf(popup, 'button[aria-label="Allow 127.0.0.1"]'));
  // The prompt closes the popup and fades in. Deny has the focus, Allow is next.
  await until(async () => popup.isClosed(), 'the prompt to close the popup');
  await new Promise(resolve => setTimeout(resolve, 1_000));
  here.display.press('Tab', 'Return');
}

test('a file amid its parts whose site is taken back waits with a button, and allowed again only the rest of it comes', async () => {
  const { longhaul, origin } = here;
  const url = origin.url(PATH, { size: SIZE, rate: 3_000_000 });
  const { ids } = await longhaul.ask('enqueue', { links: [{ url }], paused: true });
  await allowByHand();
  const options = await longhaul.page('options.html');
  const takeBack = await options.waitForSelector('button[aria-label="Take back: 127.0.0.1"]');
  await longhaul.ask('control', { ids, action: 'resume' });
  await until(async () => (await itemOf(longhaul, ids[0])).bytes > 2.2 * PART, 'the first parts');

  await takeBack?.click();
  await lacks(options, 'button[aria-label="Take back: 127.0.0.1"]');
  await shows(options, 'No site is allowed.');
  const item = await until(async () => {
    const now = await itemOf(longhaul, ids[0]);
    return now.needs !== null && now;
  }, 'the item to wait for access');
  assert.deepEqual([item.status, item.needs, item.bytes], ['waiting', '127.0.0.1', 2 * PART]);
  assert.equal(item.error?.code, 'no-access');
  const before = requestsOf(origin, PATH).length;

  const popup = await openPopup(longhaul);
  await shows(popup, 'needs access to 127.0.0.1', 'The access to 127.0.0.1 was taken back', 'Go on without');
  assert.deepEqual(await violations(popup), []);
  // Who has granted a site once is not asked again by the browser (Chromium 156).
  await popup.click('.row-question button');
  await lacks(popup, '.row-question');
  assertArrived(longhaul, (await longhaul.ended(120))[0] ?? item, { path: PATH, size: SIZE });
  const after = requestsOf(origin, PATH, before).filter(request => !request.startsWith('HEAD'));
  assertRequests(after, partsAsked(2, 4));
  await assertNothingLeft(longhaul);
});

test('who goes on without access gets the file from its beginning, by the browser', async () => {
  const { longhaul, origin } = here;
  const path = '/second.iso';
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: 3_000_000 }) });
  await until(async () => (await itemOf(longhaul, id)).bytes > 2.2 * PART, 'the first parts');
  const options = await longhaul.page('options.html');
  await (await options.waitForSelector('button[aria-label="Take back: 127.0.0.1"]'))?.click();
  const popup = await openPopup(longhaul);
  await popup.waitForSelector('.row-question button:nth-of-type(2)');
  const before = requestsOf(origin, path).length;
  await popup.click('.row-question button:nth-of-type(2)');
  const item = (await longhaul.ended(120)).find(each => each.id === id);
  assert.deepEqual([item?.status, item?.carrier, item?.bytes], ['done', 'browser-download', SIZE]);
  assert.deepEqual(requestsOf(origin, path, before), ['GET all 200']);
  await assertNothingLeft(longhaul);
});
