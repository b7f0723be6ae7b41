import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 can go on with a download after a crash, but from the start and under another name', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/theirs.txt', { size: 2_000_000, rate: 2_000_000 });
  const id = await probe.inDocument('download', url, 'ours.txt');
  await until(async () => ((await probe.inDocument('downloaded', id))?.bytesReceived ?? 0) > 500_000, 'bytes');
  await probe.crash();
  await probe.open();

  const found = await probe.inDocument('downloaded', id);
  assert.deepEqual([found?.state, found?.error, found?.canResume], ['interrupted', 'CRASH', true]);
  origin.forget();
  await probe.inDocument('resume', id);
  const ended = await until(async () => {
    const now = await probe.inDocument('downloaded', id);
    return now?.state === 'complete' ? now : null;
  }, 'the file');
  assert.equal(basename(ended.filename), 'theirs.txt');
  assert.deepEqual(
    origin.requests.map(({ range }) => range),
    [null],
  );
});
