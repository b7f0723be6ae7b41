import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 300_000;
const here = setting({ grants: 'all' });

test('a database that the browser has lost is noticed, and the links come back from the backup, paused', async () => {
  const { longhaul, origin } = here;
  const urls = ['one', 'two', 'three'].map(name => origin.url(`/${name}.txt`, { size: SIZE }));
  const ids = await longhaul.enqueue({ url: origin.url('/done.txt', { size: 10 }) });
  await longhaul.ended();
  const { ids: paused } = await longhaul.ask('enqueue', { links: urls.map(url => ({ url })), paused: true });
  await until(
    async () => (await backedUp()).filter(id => paused.includes(id)).length === urls.length,
    'the backup of the new links',
  );
  const folder = join(longhaul.chromium.profile, 'Default', 'IndexedDB');
  await longhaul.quit();
  const stores = readdirSync(folder).filter(name => name.startsWith('chrome-extension_'));
  assert.ok(stores.length > 0);
  for (const name of stores) rmSync(join(folder, name), { recursive: true });
  await longhaul.open();

  const items = await until(async () => {
    const found = await longhaul.items();
    return found.length > 0 ? found : null;
  }, 'the links to come back');
  assert.deepEqual(new Set(items.map(({ id }) => id)), new Set(paused), 'what was done does not come a second time');
  assert.ok(!ids.some(id => items.some(item => item.id === id)));
  for (const item of items) assert.equal(item.status, 'paused');
  const { notice } = await longhaul.ask('summary', {});
  assert.match(notice?.text ?? '', /lost the database of the queue\. 3 links/);

  await longhaul.ask('control', { ids: 'all', action: 'resume' });
  for (const item of await longhaul.ended())
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, SIZE), item.error?.message);
});

/** The ids that the backup holds. */
async function backedUp(): Promise<readonly string[]> {
  const page = await here.longhaul.page('chooser.html');
  const ids = await page.evaluate(async () => {
    const { backup } = await chrome.storage.local.get<{ backup?: { id: string }[] }>('backup');
    return backup?.map(({ id }) => id) ?? [];
  });
  await page.close();
  return ids;
}
