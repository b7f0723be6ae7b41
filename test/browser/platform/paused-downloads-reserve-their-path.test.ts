import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { clickLink } from './clicked-link.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 pauses a download when it begins, and names it still: the path is taken from then on', async t => {
  const { origin, probe } = await openProbe(t);
  await probe.inDocument('watchBegun', true);
  const click = async () => {
    const { id } = await clickLink(probe, origin, origin.url('/big.txt', { size: 30_000_000, rate: 1_000_000 }));
    const named = await until(async () => {
      const now = await probe.inDocument('downloaded', id);
      return now?.filename !== '' && now;
    }, 'the name');
    return [basename(named.filename), named.state, named.paused];
  };
  assert.deepEqual(await click(), ['big.txt', 'in_progress', true]);
  assert.deepEqual(await click(), ['big (1).txt', 'in_progress', true]);
});
