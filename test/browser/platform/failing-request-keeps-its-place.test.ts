import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { mostAtOnce } from './overlap.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 waits after a 503 and lets it keep one of the two places meanwhile', async t => {
  const { origin, probe } = await openProbe(t);
  const busy = origin.url('/0.txt', { status: 503, cors: 'any' });
  const others = ['/1.txt', '/2.txt', '/3.txt'].map(path =>
    origin.url(path, { size: 50_000, rate: 100_000, cors: 'any' }),
  );
  await probe.inDocument(
    'start',
    'mixed',
    [busy, ...others].map(url => ({ url })),
  );
  const records = await until(async () => {
    const found = (await probe.inDocument('look', 'mixed')) ?? [];
    return found.filter(({ state }) => state === 'ready').length === others.length ? found : null;
  }, 'the other requests');

  assert.equal(records.find(({ url }) => url === busy)?.state, 'pending');
  assert.equal(mostAtOnce(origin.requests.filter(({ path }) => path !== '/0.txt')), 1);
  assert.deepEqual(await probe.inDocument('ends'), []);
});
