import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 does not let host permissions make the answer of a Background Fetch readable', async t => {
  const { origin, probe } = await openProbe(t);
  await probe.inDocument('start', 'unreadable', [{ url: origin.url('/file.txt', { size: 1000 }) }]);
  const { end, failureReason, records } = await probe.end('unreadable');
  assert.deepEqual([end, failureReason], ['fail', 'fetch-error']);
  assert.deepEqual(
    records.filter(({ size }) => size > 0),
    [],
  );
  assert.equal(origin.requests.length, 1);
});
