import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 fails a Background Fetch over plain http from another machine, and sends nothing', async t => {
  // The name leads to this machine, but Chromium judges by the name.
  const { origin, probe } = await openProbe(t, { args: ['--host-resolver-rules=MAP files.test 127.0.0.1'] });
  const near = origin.url('/near.txt', { size: 1000, cors: 'any' });
  const far = origin.url('/far.txt', { size: 1000, cors: 'any' }).replace('127.0.0.1', 'files.test');
  await probe.inDocument('start', 'far', [{ url: far }]);
  await probe.inDocument('start', 'near', [{ url: near }]);

  const { end, failureReason } = await probe.end('far');
  assert.deepEqual([end, failureReason], ['fail', 'fetch-error']);
  assert.equal((await probe.end('near')).end, 'success');
  assert.deepEqual(
    origin.requests.map(({ path }) => path),
    ['/near.txt'],
  );
  // The name does lead there.
  const answered = await (await probe.page()).evaluate(async there => (await fetch(there)).ok, far);
  assert.equal(answered, true);
});
