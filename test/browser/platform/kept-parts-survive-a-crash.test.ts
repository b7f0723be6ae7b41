import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, someParts } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 lets the worker write a finished part into OPFS, and a crash right after leaves it there', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 10_000_000;
  const [part, stuck] = partsOf(origin.url('/file.txt', { size: 2 * size, cors: 'any' }), 2, size);
  assert.ok(part && stuck);
  const never = origin.url('/stuck.txt', { size, stall: 10, cors: 'any' });
  await probe.inDocument('start', 'parts', [part, { url: never }]);
  await someParts(probe, 'parts', [part], 1);
  await probe.inWorker('keep', 'parts', part.url, 'part-0');
  await probe.crash();
  await probe.open();
  assert.deepEqual(await probe.inWorker('kept', 'part-0'), { size, sha256: part.sha256 });
});
