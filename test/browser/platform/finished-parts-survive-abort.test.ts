import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 keeps the finished parts of an aborted registration for its event; the others reject', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 8 * size, rate: 2 * size, cors: 'any' }), 8, size);
  await probe.inDocument('start', 'parts', parts);
  const before = await someParts(probe, 'parts', parts, 2);
  assert.ok(await probe.inWorker('abort', 'parts'), 'it had ended before: the test is too slow');

  const { end, failureReason, records } = await probe.end('parts');
  assert.deepEqual([end, failureReason], ['abort', 'aborted']);
  const after = wholeIn(records, parts);
  assert.deepEqual(
    before.filter(index => !after.includes(index)),
    [],
    'finished parts were lost',
  );
  const others = records.filter(({ state }) => state !== 'ready');
  assert.equal(others.length, parts.length - after.length);
  for (const { state, error } of others) assert.match(`${state} ${error}`, /^rejected AbortError/);
  assert.deepEqual(await probe.inWorker('ids'), []);
});
