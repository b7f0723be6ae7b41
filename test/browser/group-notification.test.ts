import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

test('a group tells once, when its last file has ended; a failure in it tells at once', async () => {
  const { longhaul, origin } = here;
  const files = [
    origin.url('/one.txt', { size: 100 }),
    origin.url('/two.txt', { size: 100, latency: 500 }),
    origin.url('/gone.txt', { status: 404 }),
  ];
  await longhaul.enqueue(...files.map(url => ({ url, group: 'Three files' })), {
    url: origin.url('/alone.txt', { size: 1 }),
  });
  const page = await longhaul.page('chooser.html');
  const shown = (): Promise<string[]> =>
    page.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));
  await longhaul.ended();
  const items = await longhaul.items();
  const group = items.find(item => item.group !== null)?.group;
  const gone = items.find(({ url }) => url.includes('gone.txt'));
  await until(async () => (await shown()).includes(`group ${group?.id}`), 'the notification');
  // The last of all was of the group: that the queue is empty goes without saying.
  assert.deepEqual((await shown()).toSorted(), [`failure ${gone?.id}`, `group ${group?.id}`]);
});
