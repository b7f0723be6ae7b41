import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 holds up a running Background Fetch when a tab is opened (for 30 s, which is not waited for here)', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/file.txt', { size: 50_000_000, rate: 1_000_000, cors: 'any' });
  const bytes = async () => (await probe.inDocument('bytes', 'file')) ?? 0;
  /** Lasts as long as a paced answer does, about two seconds. */
  const aWhile = async () => (await fetch(origin.url('/clock.txt', { size: 20_000, rate: 10_000 }))).arrayBuffer();
  await probe.inDocument('start', 'file', [{ url }]);
  await probe.inDocument('hold', 'file');
  await until(async () => (await bytes()) > 500_000, 'the Background Fetch to move');
  const before = await bytes();
  await aWhile();
  const moving = await bytes();
  assert.ok(moving > before + 1_000_000, 'it has not moved before: the test shows nothing');

  await probe.chromium.browser.newPage();
  await aWhile();
  const held = await bytes();
  await aWhile();
  assert.equal(await bytes(), held, 'it has moved meanwhile: people who browse are no hindrance any more');
});
