import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from './parts.ts';
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
  // The records are taken before any of them has its answer.
  const ranges = await probe.inDocument('answers', 'mixed');
  assert.equal(ranges.length, 6);
  assert.ok(new Set(ranges).size < 6, ranges.join(', '));
});
