import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 lets a document start a Background Fetch, and refuses it to the service worker', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/file.txt', { size: 1000, cors: 'any' });
  await assert.rejects(probe.inWorker('start', 'by-worker', [{ url }]), /NotAllowedError/);
  await probe.inDocument('start', 'by-document', [{ url }]);
  assert.deepEqual(await probe.inWorker('ids'), ['by-document']);
});
