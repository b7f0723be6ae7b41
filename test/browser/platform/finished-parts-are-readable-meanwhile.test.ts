import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 lets the worker read the finished parts of a running registration: no fragment is sent, all are kept', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const count = 3;
  // The last part never comes, so that the registration goes on running.
  const parts = partsOf(origin.url('/file.txt', { size: count * size, cors: 'any' }), count, size);
  const stuck = { url: `${origin.url('/stuck.txt', { size, stall: 10, cors: 'any' })}#part=9` };
  await probe.inDocument('start', 'parts', [stuck, ...parts]);
  await someParts(probe, 'parts', parts, count);

  const records = (await probe.inWorker('look', 'parts')) ?? [];
  assert.equal(wholeIn(records, parts).length, count);
  assert.equal(records.find(({ url }) => url === stuck.url)?.state, 'pending');
  assert.deepEqual(
    origin.requests.filter(({ url }) => url.includes('#')),
    [],
  );
});
