import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installAnother } from './another-extension.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 drops the filename of a download while any extension listens to names, though it says nothing', async t => {
  const { origin, probe } = await openProbe(t);
  const another = await installAnother(t, probe);
  const save = () => savedName(probe, origin.url('/theirs.txt', { size: 10 }), 'sub/ours.txt');
  assert.equal(await save(), 'sub/ours.txt');

  await another.inDocument('answerNames', 'nothing');
  assert.equal(await save(), 'theirs.txt');
  await another.inDocument('leaveNames');
  assert.equal(await save(), 'sub/ours (1).txt');

  await probe.inDocument('answerNames', 'nothing');
  assert.equal(await save(), 'theirs (1).txt');
  await probe.inDocument('answerNames', { filename: 'sub/other.txt' });
  assert.equal(await save(), 'sub/other.txt');
});
