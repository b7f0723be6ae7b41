import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { ownRequests } from './own-requests.ts';
import { partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe, type ProbeExtension } from './probe-extension.ts';

const REFERER = 'https://page.test/list';
const HOST = ['http://127.0.0.1/*'];
const SIZE = 100_000;

async function allow(probe: ProbeExtension): Promise<void> {
  await probe.grant(...HOST);
  await probe.inDocument('setRules', [ownRequests(probe.chromium.extensionId, '127.0.0.1', REFERER)]);
}

test('Chromium 156, when a host is revoked amid parts: those under way stay readable, later ones go out without rules, in vain', async t => {
  const { origin, probe } = await openProbe(t, { optionalHosts: true });
  await allow(probe);
  const parts = partsOf(origin.url('/file.txt', { size: 8 * SIZE, rate: SIZE }), 8, SIZE);
  await probe.inDocument('start', 'parts', parts);
  await someParts(probe, 'parts', parts, 2);
  assert.ok(await probe.inDocument('revoke', HOST));

  const { end, failureReason, records } = await probe.end('parts');
  assert.deepEqual([end, failureReason], ['fail', 'fetch-error']);
  const whole = wholeIn(records, parts);
  assert.ok(whole.length >= 2 && whole.length < parts.length, `${whole.length} parts`);
  for (const [index, { range }] of parts.entries()) {
    const asked = origin.requests.find(request => request.range === range);
    if (whole.includes(index)) assert.equal(asked?.referer, REFERER, range);
    else if (asked !== undefined) assert.equal(asked.referer, null, range);
  }
});

test('Chromium 156 lets a request go on whose host is revoked meanwhile, and its answer can be read', async t => {
  const { origin, probe } = await openProbe(t, { optionalHosts: true });
  await allow(probe);
  await probe.inDocument('start', 'one', [{ url: origin.url('/file.txt', { size: 3 * SIZE, rate: SIZE }) }]);
  await until(async () => ((await probe.inDocument('bytes', 'one')) ?? 0) > 0, 'the first bytes');
  assert.ok(await probe.inDocument('revoke', HOST));
  const { end, records } = await probe.end('one');
  assert.equal(end, 'success');
  assert.deepEqual(
    records.map(({ size }) => size),
    [3 * SIZE],
  );
});
