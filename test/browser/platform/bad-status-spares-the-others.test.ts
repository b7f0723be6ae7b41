import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 finishes the other requests of a registration after a 404, and tells of it in the end', async t => {
  const { origin, probe } = await openProbe(t);
  const missing = origin.url('/0.txt', { status: 404, cors: 'any' });
  const others = ['/1.txt', '/2.txt', '/3.txt'].map(path =>
    origin.url(path, { size: 50_000, rate: 100_000, cors: 'any' }),
  );
  await probe.inDocument(
    'start',
    'mixed',
    [missing, ...others].map(url => ({ url })),
  );

  const { end, failureReason, records } = await probe.end('mixed');
  assert.deepEqual([end, failureReason], ['fail', 'bad-status']);
  assert.deepEqual(
    records.map(({ state, status, size }) => `${state} ${status} ${size}`),
    ['ready 404 0', 'ready 200 50000', 'ready 200 50000', 'ready 200 50000'],
  );
});
