import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';
import { nameOf } from './saved-name.ts';

test('Chromium 156 gives downloads that wait for a name their own filename when the listener is taken away', async t => {
  const { origin, probe } = await openProbe(t);
  await probe.inDocument('answerNames', 'later');
  const id = await probe.inDocument('download', origin.url('/theirs.txt', { size: 10 }), 'sub/ours.txt');
  await until(async () => (await probe.inDocument('askedNames')).length === 1, 'the question');
  await probe.inDocument('leaveNames');
  assert.equal(await nameOf(probe, id), 'sub/ours.txt');
  await probe.inDocument('answerLate', 'late.txt');
  assert.equal(await nameOf(probe, id), 'sub/ours.txt');
});
