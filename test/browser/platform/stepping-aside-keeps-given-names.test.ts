import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installAnother } from './another-extension.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 keeps the filename of a download, cut ones too, when the listener is taken away and put back', async t => {
  const { origin, probe } = await openProbe(t);
  const another = await installAnother(t, probe);
  await another.inDocument('answerNames', 'aside');
  const whole = origin.url('/theirs.txt', { size: 10 });
  const cut = origin.url('/theirs.txt', { size: 1_000_000, cut: 300_000, cuts: 1 });
  assert.equal(await savedName(probe, whole, 'sub/ours.txt'), 'sub/ours.txt');
  assert.equal(await savedName(probe, cut, 'sub/cut.txt'), 'sub/cut.txt');
  assert.equal((await another.inDocument('askedNames')).length, 3);
  assert.equal(await savedName(probe, cut, 'sub/cut.txt', another), 'sub/cut (1).txt');
});
