import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';

const here = setting({ grants: 'all' });

async function bytesOf(id: string | undefined): Promise<number> {
  return (await here.longhaul.items()).find(item => item.id === id)?.bytes ?? 0;
}

test('Chromium holds up a running Background Fetch while it downloads anything, and lets it go on after', async () => {
  const [fetched] = await here.longhaul.enqueue({
    url: here.origin.url('/fetched.bin', { size: 60_000_000, rate: 6_000_000 }),
  });
  await until(async () => (await bytesOf(fetched)) > 6_000_000, 'the Background Fetch to move');

  const small = here.origin.url('/downloaded.txt', { size: 300_000, rate: 100_000 });
  const [downloaded] = await here.longhaul.enqueue({ url: small, carrier: 'browser-download' });
  await until(async () => (await bytesOf(downloaded)) > 100_000, 'the download to move');
  const held = await bytesOf(fetched);
  await until(async () => (await bytesOf(downloaded)) > 250_000, 'the download to move on');
  assert.equal(
    await bytesOf(fetched),
    held,
    'the Background Fetch has moved meanwhile: the carriers’ plan may be bolder',
  );

  await until(async () => (await bytesOf(fetched)) > held + 6_000_000, 'the Background Fetch to go on');
});
