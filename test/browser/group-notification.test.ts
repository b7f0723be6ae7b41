import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

test('a group tells once, when its last file has ended', async () => {
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
  const [id] = await until(async () => ((await shown()).length > 0 ? shown() : null), 'the notification');
  const group = (await longhaul.items()).find(item => item.group !== null)?.group;
  assert.equal(id, `group ${group?.id}`);
  assert.deepEqual(await shown(), [id]);
});
