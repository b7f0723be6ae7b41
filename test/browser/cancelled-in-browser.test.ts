import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });
const SIZE = 5_000_000;

/** What the user's click on the browser's own cancel button does, by the same calls of the browser. */
const CANCELS = {
  'background-fetch': async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (const id of (await registration?.backgroundFetch.getIds()) ?? [])
      await (await registration?.backgroundFetch.get(id))?.abort();
  },
  'browser-download': async () => {
    for (const { id } of await chrome.downloads.search({ state: 'in_progress' })) await chrome.downloads.cancel(id);
  },
} as const;

for (const carrier of ['browser-download', 'background-fetch'] as const) {
  test(`${carrier}: what the user cancels in the browser is cancelled, not failed, and never starts again`, async () => {
    const { longhaul, origin } = here;
    const path = `/${carrier}.txt`;
    const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: SIZE / 20 }), carrier });
    const find = async (): Promise<string | undefined> =>
      (await longhaul.items()).find(item => item.id === id && item.bytes > 0)?.status;
    await until(async () => (await find()) === 'running', 'the first bytes');
    const page = await longhaul.page('chooser.html');
    await page.evaluate(CANCELS[carrier]);
    const [item] = (await longhaul.ended()).filter(each => each.id === id);
    assert.equal(item?.status, 'cancelled');
    assert.equal(item?.error, null);
    assert.equal(origin.requestsFor(path).filter(({ method }) => method === 'GET').length, 1);
    await until(() => page.evaluate(async () => (await chrome.alarms.getAll()).length === 0), 'the alarm to go');
  });
}
