import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { clickLink } from './clicked-link.ts';
import { openProbe } from './probe-extension.ts';
import { nameOf } from './saved-name.ts';

test('Chromium 156 leaves no file, row or taken name of a download that is cancelled while its name is asked for', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/small.txt', { size: 10 });
  await probe.inDocument('answerNames', 'later');
  const { id } = await clickLink(probe, origin, url);
  await until(async () => (await probe.inDocument('downloaded', id))?.bytesReceived === 10, 'every byte');
  await probe.inDocument('drop', id);
  await probe.inDocument('answerLate');
  assert.deepEqual(await probe.inDocument('listed'), []);
  assert.deepEqual(readdirSync(probe.downloads), []);

  await probe.inDocument('leaveNames');
  const again = await clickLink(probe, origin, url);
  assert.equal(await nameOf(probe, again.id), 'small.txt');
});
