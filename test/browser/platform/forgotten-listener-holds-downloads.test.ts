import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installAnother } from './another-extension.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 holds a download for 15 s when a woken worker has not the listener of its last life', async t => {
  const { origin, probe } = await openProbe(t);
  const another = await installAnother(t, probe, 'listens-when-told.js');
  const tell = (message: string) => another.page.evaluate(told => void chrome.runtime.sendMessage(told), message);
  const save = async () => {
    const begun = Date.now();
    const name = await savedName(probe, origin.url('/theirs.txt', { size: 10 }), 'ours.txt');
    return { name, isHeld: Date.now() - begun > 14_000 };
  };
  await tell('listen');
  assert.deepEqual(await save(), { name: 'told.txt', isHeld: false });
  await another.killWorker();
  assert.deepEqual(await save(), { name: 'ours.txt', isHeld: true });
  assert.deepEqual(await save(), { name: 'ours (1).txt', isHeld: false });

  await tell('listen no more');
  await another.killWorker();
  assert.deepEqual(await save(), { name: 'ours (2).txt', isHeld: false });
});
