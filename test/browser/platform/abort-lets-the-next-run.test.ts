import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 keeps a registration waiting behind one that hangs, until that one is aborted', async t => {
  const { origin, probe } = await openProbe(t);
  await probe.inDocument('start', 'hangs', [{ url: origin.url('/hangs.txt', { stall: 10, cors: 'any' }) }]);
  await probe.inDocument('start', 'waits', [{ url: origin.url('/waits.txt', { size: 1000, cors: 'any' }) }]);
  await until(async () => origin.requestsFor('/hangs.txt')[0]?.bytesSent === 10, 'the first request to hang');
  assert.equal(origin.requestsFor('/waits.txt').length, 0);

  await probe.inWorker('abort', 'hangs');
  assert.equal((await probe.end('waits')).end, 'success');
  assert.equal(origin.requestsFor('/waits.txt').length, 1);
});
