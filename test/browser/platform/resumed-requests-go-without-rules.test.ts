import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { ownRequests } from './own-requests.ts';
import { partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

const REFERER = 'https://page.test/list';

test('Chromium 156, killed amid parts, applies rules to the later ones only: those under way go out without, and are readable', async t => {
  const { origin, probe } = await openProbe(t);
  const setRules = () => probe.inDocument('setRules', [ownRequests(probe.chromium.extensionId, '127.0.0.1', REFERER)]);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 8 * size, rate: size }), 8, size);
  await setRules();
  await probe.inDocument('start', 'parts', parts);
  await someParts(probe, 'parts', parts, 2);
  const underWay = origin.requests.filter(({ endedAt }) => endedAt === null).map(({ range }) => range);
  await probe.crash();
  origin.forget();
  await probe.open();
  // Where the rules came first, the requests would have them too.
  await until(async () => origin.requests.length >= underWay.length, 'those under way to go out again');
  const before = new Set(origin.requests.map(({ range }) => range));
  await setRules();

  const { end, records } = await probe.end('parts');
  assert.equal(end, 'success');
  assert.equal(wholeIn(records, parts).length, parts.length);
  assert.ok(underWay.length > 0 && origin.requests.length > before.size);
  for (const { range, referer } of origin.requests) {
    assert.equal(referer, before.has(range) ? null : REFERER, `${range}`);
  }
});
