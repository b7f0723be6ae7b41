import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from './parts.ts';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 gives every waiting record of one URL the first answer: parts need fragments of their own', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 6 * size, rate: size / 2, cors: 'any' }), 6, size);
  await probe.inDocument(
    'start',
    'mixed',
    parts.map(({ url, range }) => ({ url: url.replace(/#.*/, ''), range })),
  );
  // A record that was looked at before it had its answer.
  const records = await until(async () => {
    const found = (await probe.inDocument('look', 'mixed')) ?? [];
    return found.some(({ state }) => state === 'ready') ? found : null;
  }, 'an answer');
  const ranges = records.filter(({ state }) => state === 'ready').map(({ contentRange }) => contentRange);
  assert.ok(new Set(ranges).size < ranges.length, ranges.join(', '));
});
