import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 wakes a dead service worker for the end of a registration, with its records', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/file.txt', { size: 100_000, rate: 100_000, cors: 'any' });
  await probe.inDocument('start', 'file', [{ url }]);
  await until(async () => origin.requests.length > 0, 'the request');
  await probe.killWorker();
  assert.equal(origin.requests[0]?.endedBy, 'open', 'it had ended before: the test is too slow');

  const { end, records } = await probe.end('file');
  assert.deepEqual([end, records[0]?.size], ['success', 100_000]);
});
