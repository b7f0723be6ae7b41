import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installAnother } from './another-extension.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 wakes a dead worker for the name of a download, and waits while it looks into its store', async t => {
  const { origin, probe } = await openProbe(t);
  const another = await installAnother(t, probe, 'listens-from-the-start.js');
  await another.killWorker();
  assert.equal(await savedName(probe, origin.url('/theirs.txt', { size: 10 }), 'ours.txt'), 'woken.txt');
});
