import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { ownRequests } from './own-requests.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 applies no rule to chrome.downloads: no Referer can be given to it', async t => {
  const { origin, probe } = await openProbe(t);
  const rule = ownRequests(probe.chromium.extensionId, '127.0.0.1', 'https://page.test/list');
  await probe.inDocument('setRules', [rule]);
  const id = await probe.inDocument('download', origin.url('/file.txt', { size: 1000 }), 'file.txt');
  await until(async () => (await probe.inDocument('downloaded', id))?.state === 'complete', 'the file');
  assert.deepEqual(
    origin.requests.map(({ referer }) => referer),
    [null],
  );
});
