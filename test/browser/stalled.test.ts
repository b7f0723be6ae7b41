import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 2_000_000;
const here = setting({ grants: 'all' });

test('a server that stops sending loses its attempt after a minute, the next goes on, and all of it arrives', async () => {
  await here.longhaul.ask('settings', { set: { limit: 1 } });
  const stuck = here.origin.url('/stuck.txt', { size: SIZE, stall: 500_000, stalls: 1, ranges: false });
  const next = here.origin.url('/next.txt', { size: 1_000 });
  const [first] = await here.longhaul.enqueue({ url: stuck, carrier: 'browser-download' }, { url: next });
  // At a limit of one the second waits behind the first, but not for ever.
  await until(
    async () => (await here.longhaul.items()).some(item => item.url === next && item.status === 'done'),
    'the item behind the stuck one',
    150,
  );
  const items = await here.longhaul.ended(120);
  const item = items.find(({ id }) => id === first);
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(stuck, SIZE));
  assert.ok(item.log.some(({ what, detail }) => what === 'failed' && detail?.startsWith('stalled')));
});
