import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedRanges, partsOf, someParts, wholeIn } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156, killed amid parts, asks by itself for those that are missing, and no others', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 100_000;
  const parts = partsOf(origin.url('/file.txt', { size: 8 * size, rate: size, cors: 'any' }), 8, size);
  await probe.inDocument('start', 'parts', parts);
  const before = await someParts(probe, 'parts', parts, 2);
  await probe.crash();
  origin.forget();
  await probe.open();

  const live = wholeIn((await probe.inWorker('look', 'parts')) ?? [], parts);
  for (const index of before) assert.ok(live.includes(index), `part ${index} was lost`);
  const { end, records } = await probe.end('parts');
  assert.equal(end, 'success');
  assert.equal(wholeIn(records, parts).length, parts.length);
  const asked = askedRanges(origin, '/file.txt');
  for (const index of before)
    assert.ok(!asked.includes(parts[index]?.range ?? null), `part ${index} was asked for again`);
});
