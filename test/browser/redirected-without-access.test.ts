import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantHosts } from './grant-hosts.ts';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 3_000_000;

const here = setting({ grants: 'none' });

test('a link of a granted host that leads to one that is not granted comes by the browser, in its first attempt', async () => {
  const { longhaul, origin } = here;
  await grantHosts(longhaul.chromium, await longhaul.page('options.html'), ['http://127.0.0.1/*']);
  const target = origin.url('/elsewhere.bin', { size: SIZE, rate: 1_500_000 }).replace('127.0.0.1', 'localhost');
  const [id] = await longhaul.enqueue({ url: origin.url('/moved', { redirect: target }) });
  const isSeen = async (): Promise<boolean> =>
    (await longhaul.items()).find(each => each.id === id)?.finalUrl === target;
  await until(isSeen, 'where it leads');
  const [item] = await longhaul.ended();
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.deepEqual([item.carrier, item.attempt, item.bytes], ['browser-download', 1, SIZE]);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(target, SIZE));
});
