import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOrigin } from '../../origin/origin.ts';
import { ownRequests } from './own-requests.ts';
import { openProbe } from './probe-extension.ts';

const REFERER = 'https://page.test/list';

test('Chromium 156 applies a rule for the extension’s own requests to its Background Fetch, and to no page', async t => {
  const { origin, probe } = await openProbe(t);
  const elsewhere = await startOrigin();
  t.after(() => elsewhere.close());
  const url = origin.url('/file.txt', { size: 1000 });
  await probe.inDocument('setRules', [ownRequests(probe.chromium.extensionId, '127.0.0.1', REFERER)]);

  await probe.inDocument('start', 'readable', [{ url }]);
  const { end, records } = await probe.end('readable');
  assert.deepEqual([end, records[0]?.size], ['success', 1000]);
  const [own] = origin.requests;
  assert.deepEqual([own?.referer, own?.headers['origin']], [REFERER, undefined]);

  origin.forget();
  const page = await probe.chromium.browser.newPage();
  await page.goto(elsewhere.page('/page.html', '<!doctype html><title>A page</title>'));
  const read = page.evaluate(async there => (await fetch(there)).text(), url);
  await assert.rejects(read, /Failed to fetch/);
  const [others] = origin.requests;
  assert.deepEqual([others?.referer, others?.headers['origin']], [`${elsewhere.base}/`, elsewhere.base]);
});
