import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

test('a file that the browser fears is shown as such, and nobody but the user accepts it', async () => {
  const { longhaul, origin } = here;
  const url = origin.url('/tool.crx', { size: 2_000, type: 'application/octet-stream' });
  const [id] = await longhaul.enqueue({ url });
  const item = await until(async () => {
    const found = (await longhaul.items()).find(each => each.id === id);
    return found?.danger === null ? null : found;
  }, 'the browser to fear it');
  assert.deepEqual([item?.status, item?.danger?.code, item?.bytes], ['running', 'file', 2_000]);
  assert.match(item?.danger?.message ?? '', /downloads list/);

  // The user discards it, in the browser's own list.
  const page = await longhaul.page('popup.html');
  await page.evaluate(async () => {
    const [found] = await chrome.downloads.search({ state: 'in_progress' });
    await chrome.downloads.cancel(found?.id ?? -1);
  });
  const [ended] = await longhaul.ended();
  assert.deepEqual([ended?.status, ended?.danger], ['cancelled', null]);
  assert.equal(existsSync(`${longhaul.downloads}/tool.crx`), false);
});
