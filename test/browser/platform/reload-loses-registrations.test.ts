import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNoOffer } from '../../../scripts/packed.mjs';
import { until } from '../harness.ts';
import { partsOf, someParts } from './parts.ts';
import { openProbe } from './probe-extension.ts';

const reason = whyNoOffer();

test(
  'Chromium 156 drops the registrations of an extension that reloads, finished parts and all, without an event',
  reason === null ? {} : { skip: reason },
  async t => {
    const { origin, probe } = await openProbe(t, { packed: true });
    const size = 100_000;
    const parts = partsOf(origin.url('/file.txt', { size: 8 * size, rate: size, cors: 'any' }), 8, size);
    await probe.inDocument('start', 'parts', parts);
    await someParts(probe, 'parts', parts, 2);
    const requests = origin.requests.length;
    await probe.reload();
    await until(async () => origin.requests.every(({ endedAt }) => endedAt !== null), 'the running requests to end');

    assert.deepEqual(await probe.inDocument('ids'), []);
    // The end of a later one is told, and none of the earlier.
    await probe.inDocument('start', 'later', [{ url: origin.url('/later.txt', { size, cors: 'any' }) }]);
    assert.equal((await probe.end('later')).end, 'success');
    assert.deepEqual(
      (await probe.inDocument('ends')).map(({ id }) => id),
      ['later'],
    );
    assert.equal(origin.requests.length, requests + 1);
  },
);
