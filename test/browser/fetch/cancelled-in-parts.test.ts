import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertNothingLeft,
  assertRequests,
  endOf,
  filesIn,
  itemOf,
  MIB,
  PART,
  partsAsked,
  requestsOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });

test('a file in parts that the user cancels in the browser is cancelled, asks for nothing more and leaves no part', async () => {
  const { longhaul, origin } = here;
  const path = '/cancelled.bin';
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: 4 * PART, rate: 6 * MIB }) });
  await until(async () => (await itemOf(longhaul, id)).bytes > 2 * PART + 2 * MIB, 'two parts and a bit');
  const page = await longhaul.page('chooser.html');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (const name of (await registration?.backgroundFetch.getIds()) ?? [])
      await (await registration?.backgroundFetch.get(name))?.abort();
  });
  const item = await endOf(longhaul, id);
  assert.equal(item.status, 'cancelled');
  assert.equal(item.error, null);
  await until(() => page.evaluate(async () => (await chrome.alarms.getAll()).length === 0), 'the alarm to go');
  assertRequests(requestsOf(origin, path), ['HEAD all 200', ...partsAsked(0, 4)]);
  assert.deepEqual(filesIn(longhaul), []);
  await assertNothingLeft(longhaul);
});
