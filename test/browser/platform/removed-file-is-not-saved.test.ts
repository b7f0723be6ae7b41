import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { partsOf, someParts } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 interrupts the saving of a Blob whose OPFS file is removed before it is complete', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 20_000_000;
  const parts = partsOf(origin.url('/file.txt', { size: 2 * size, cors: 'any' }), 2, size);
  const [first, second] = parts;
  assert.ok(first && second);
  const never = origin.url('/stuck.txt', { size, stall: 10, cors: 'any' });
  await probe.inDocument('start', 'parts', [first, { url: never }, second]);
  await someParts(probe, 'parts', parts, 2);

  await probe.inWorker('keep', 'parts', first.url, 'part-0');
  const objectUrl = await probe.inWorker('join', 'part-0', 'parts', second.url);
  await probe.inDocument('forget', 'part-0');
  const id = await probe.inDocument('download', objectUrl, 'joined.txt');
  const ended = await until(async () => {
    const found = await probe.inDocument('downloaded', id);
    return found?.state === 'in_progress' ? null : found;
  }, 'the download to end');
  assert.equal(ended.state, 'interrupted');
});
