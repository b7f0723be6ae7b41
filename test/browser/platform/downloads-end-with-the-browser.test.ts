import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 cancels running downloads when it is closed: they cannot be resumed', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/file.txt', { size: 2_000_000, rate: 1_000_000 });
  const id = await probe.inDocument('download', url, 'file.txt');
  await until(async () => ((await probe.inDocument('downloaded', id))?.bytesReceived ?? 0) > 100_000, 'bytes');
  await probe.quit();
  await probe.open();
  const found = await probe.inDocument('downloaded', id);
  assert.deepEqual([found?.state, found?.error, found?.canResume], ['interrupted', 'USER_CANCELED', false]);
});
