import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { clickLink } from './clicked-link.ts';
import { openProbe } from './probe-extension.ts';
import { nameOf } from './saved-name.ts';

test('Chromium 156 completes a paused download whose bytes are all here', async t => {
  const { origin, probe } = await openProbe(t);
  await probe.inDocument('answerNames', 'later');
  const { id } = await clickLink(probe, origin, origin.url('/small.txt', { size: 10 }));
  await until(async () => (await probe.inDocument('downloaded', id))?.bytesReceived === 10, 'every byte');
  await probe.inDocument('pause', id);
  assert.equal((await probe.inDocument('downloaded', id))?.paused, true);
  await probe.inDocument('answerLate');
  assert.equal(await nameOf(probe, id), 'small.txt');
});
