import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 calls it a success, with empty answers, when a server answers parts with the whole file', async t => {
  const { origin, probe } = await openProbe(t);
  const parts = partsOf(origin.url('/file.txt', { size: 200_000, ranges: false, cors: 'any' }), 2, 100_000);
  await probe.inDocument('start', 'parts', parts, 200_000);

  const { end, failureReason, records } = await probe.end('parts');
  assert.deepEqual([end, failureReason], ['success', '']);
  assert.deepEqual(
    records.map(({ state, status, contentRange, size }) => ({ state, status, contentRange, size })),
    parts.map(() => ({ state: 'ready', status: 200, contentRange: null, size: 0 })),
  );
});
