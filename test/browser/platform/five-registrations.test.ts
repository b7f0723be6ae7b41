import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 takes five registrations of an extension at a time, and refuses a sixth until one has gone', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/never.txt', { stall: 0, cors: 'any' });
  const ids = ['1', '2', '3', '4', '5'];
  for (const id of ids) await probe.inDocument('start', id, [{ url }]);
  await assert.rejects(probe.inDocument('start', '6', [{ url }]), /too many active fetches/);
  assert.deepEqual((await probe.inDocument('ids')).sort(), ids);

  await probe.inDocument('abort', '1');
  await probe.end('1');
  await probe.inDocument('start', '6', [{ url }]);
});
