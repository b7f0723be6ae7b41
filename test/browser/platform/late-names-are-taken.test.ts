import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';
import { nameOf } from './saved-name.ts';

test('Chromium 156 lets a whole file wait for its name, and keeps the extension of its type whatever is said', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/redirect', { redirect: '/theirs.bin?size=3000&type=text/html' });
  await probe.inDocument('answerNames', 'later');
  const id = await probe.inDocument('download', url, 'sub/ours.txt');
  const waiting = await until(async () => {
    const now = await probe.inDocument('downloaded', id);
    return now?.bytesReceived === 3000 ? now : null;
  }, 'every byte');
  assert.deepEqual([waiting.state, waiting.filename], ['in_progress', '']);

  const [asked] = await until(async () => {
    const all = await probe.inDocument('askedNames');
    return all.length > 0 && all;
  }, 'the question');
  assert.ok(asked);
  const { filename, mime, totalBytes, finalUrl } = asked;
  assert.deepEqual([filename, mime, totalBytes], ['theirs.html', 'text/html', 3000]);
  assert.deepEqual([asked.url, new URL(finalUrl).pathname], [url, '/theirs.bin']);
  assert.equal(asked.byExtensionId, probe.chromium.extensionId);
  await probe.inDocument('answerLate', 'sub/late.bin');
  assert.equal(await nameOf(probe, id), 'sub/late.html');
});
