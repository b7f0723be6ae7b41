import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertArrived,
  assertNothingLeft,
  assertRequests,
  endOf,
  itemOf,
  MIB,
  PART,
  partsAsked,
  requestsOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 3 * PART;

/** Closes the offscreen document where there is one, and answers whether there was. */
function closeDocument(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    chrome.offscreen.closeDocument().then(
      () => true,
      () => false,
    ),
  );
}

test('without its offscreen document a file goes on, and no part is asked for twice', async () => {
  const { longhaul, origin } = here;
  const path = '/amid.bin';
  const page = await longhaul.page('chooser.html');
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: 8 * MIB }) });
  await until(async () => (await itemOf(longhaul, id)).bytes > MIB, 'the first bytes');
  assert.ok(await closeDocument(page), 'there was a document to close');
  assertArrived(longhaul, await endOf(longhaul, id), { path, size: SIZE });
  assertRequests(requestsOf(origin, path), ['HEAD all 200', ...partsAsked(0, 3)]);
});

test('the document is closed again and again around the end, and the file arrives once', async () => {
  const { longhaul, origin } = here;
  const path = '/around-the-end.bin';
  const page = await longhaul.page('chooser.html');
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: 8 * MIB }) });
  await until(
    async () => origin.requestsFor(path).filter(({ bytesSent }) => bytesSent === PART).length === 3,
    'the last byte',
  );
  let closed = 0;
  await until(async () => {
    if (await closeDocument(page)) closed += 1;
    return closed >= 3 || (await itemOf(longhaul, id)).status === 'done';
  }, 'it to be closed three times');
  assert.ok(closed > 0, 'there was a document to close');
  assertArrived(longhaul, await endOf(longhaul, id, 120), { path, size: SIZE });
  const requests = requestsOf(origin, path);
  for (const part of partsAsked(0, 3)) assert.ok(requests.includes(part), part);
  await assertNothingLeft(longhaul);
});
