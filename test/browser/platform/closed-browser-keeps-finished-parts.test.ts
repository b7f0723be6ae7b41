import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156, closed amid parts, has the finished ones at its next start, then fails without a request', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 8 * size, rate: size, cors: 'any' }), 8, size);
  await probe.inDocument('start', 'parts', parts);
  const before = await someParts(probe, 'parts', parts, 2);
  await probe.quit();
  const requests = origin.requests.length;
  await probe.open();

  const live = wholeIn((await probe.inWorker('look', 'parts')) ?? [], parts);
  const { end, failureReason, records } = await probe.end('parts');
  assert.deepEqual([end, failureReason], ['fail', 'fetch-error']);
  const after = wholeIn(records, parts);
  for (const index of before) assert.ok(live.includes(index) && after.includes(index), `part ${index} was lost`);
  assert.ok(after.length < parts.length, 'all had come before: the test is too slow');
  assert.equal(origin.requests.length, requests);
});
