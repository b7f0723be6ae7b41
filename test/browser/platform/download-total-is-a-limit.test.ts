import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 ends a registration that brings more than its downloadTotal, and minds no smaller one', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 4 * size, rate: 2 * size, cors: 'any' }), 4, size);
  await probe.inDocument('start', 'more', parts, 2.5 * size);
  await probe.inDocument('start', 'less', parts, 100 * size);

  const more = await probe.end('more');
  assert.deepEqual([more.end, more.failureReason], ['fail', 'download-total-exceeded']);
  assert.deepEqual(wholeIn(more.records, parts).slice(0, 2), [0, 1], 'finished parts were lost');
  const less = await probe.end('less');
  assert.equal(less.end, 'success');
  assert.equal(wholeIn(less.records, parts).length, 4);
});
