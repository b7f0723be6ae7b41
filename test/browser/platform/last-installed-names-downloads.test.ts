import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installAnother } from './another-extension.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 names downloads as the last installed listener says, and by none when that one says nothing', async t => {
  const { origin, probe } = await openProbe(t);
  const later = await installAnother(t, probe);
  const save = (by: typeof probe | typeof later) =>
    savedName(probe, origin.url('/theirs.txt', { size: 10 }), 'ours.txt', by);

  await later.inDocument('answerNames', { filename: 'later.txt' });
  await probe.inDocument('answerNames', { filename: 'earlier.txt' });
  assert.equal(await save(probe), 'later.txt');
  assert.equal(await save(later), 'later (1).txt');

  await later.inDocument('answerNames', 'nothing');
  assert.equal(await save(probe), 'theirs.txt');

  await later.inDocument('leaveNames');
  assert.equal(await save(probe), 'earlier.txt');
  assert.equal(await save(later), 'earlier (1).txt');
});
