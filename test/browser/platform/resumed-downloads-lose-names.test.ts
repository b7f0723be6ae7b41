import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 goes on by itself with a download that was cut, under another name unless a listener says it again', async t => {
  const { origin, probe } = await openProbe(t);
  const cut = (path: string) => origin.url(path, { size: 1_000_000, cut: 300_000, cuts: 1 });
  assert.equal(await savedName(probe, cut('/theirs.txt'), 'sub/ours.txt'), 'theirs.txt');
  assert.match(origin.requestsFor('/theirs.txt')[1]?.range ?? '', /^bytes=[1-9]/);

  await probe.inDocument('answerNames', { filename: 'sub/said.txt' });
  assert.equal(await savedName(probe, cut('/again.txt'), 'sub/ours.txt'), 'sub/said.txt');
  const asked = await probe.inDocument('askedNames');
  assert.equal(asked.length, 2);
  assert.ok((asked[1]?.bytesReceived ?? 0) > 0);
});
