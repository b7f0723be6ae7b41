import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostAtOnce } from './overlap.ts';
import { partsOf } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 runs one registration after the other, with two requests at a time', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const first = origin.url('/first.txt', { size: 4 * size, rate: 4 * size, cors: 'any' });
  const second = origin.url('/second.txt', { size, cors: 'any' });
  await probe.inDocument('start', 'first', partsOf(first, 4, size));
  await probe.inDocument('start', 'second', [{ url: second }]);
  await probe.end('first');
  await probe.end('second');

  const ofFirst = origin.requestsFor('/first.txt');
  assert.equal(mostAtOnce(ofFirst), 2);
  assert.equal(mostAtOnce(origin.requests), 2);
  assert.ok((origin.requestsFor('/second.txt')[0]?.at ?? 0) > Math.max(...ofFirst.map(({ at }) => at)));
});
