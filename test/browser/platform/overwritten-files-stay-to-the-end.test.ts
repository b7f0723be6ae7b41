import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 leaves a file that is overwritten as it is until the new one is whole', async t => {
  const { origin, probe } = await openProbe(t);
  await savedName(probe, origin.url('/old.bin', { size: 10 }), 'file.bin');
  const size = () => statSync(join(probe.downloads, 'file.bin')).size;
  const overwrite = async (rate?: number) => {
    const url = origin.url('/new.bin', { size: 2_000_000, ...(rate === undefined ? {} : { rate }) });
    return probe.inDocument('download', url, 'file.bin', 'overwrite');
  };
  const id = await overwrite(1_000_000);
  const running = await until(async () => {
    const now = await probe.inDocument('downloaded', id);
    return (now?.bytesReceived ?? 0) > 500_000 && now;
  }, 'bytes');
  assert.deepEqual([running.filename, size()], [join(probe.downloads, 'file.bin'), 10]);
  await probe.inDocument('drop', id);
  assert.equal(size(), 10);

  const second = await overwrite();
  await until(async () => (await probe.inDocument('downloaded', second))?.state === 'complete', 'the file');
  assert.equal(size(), 2_000_000);
});
