import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from '../harness.ts';
import { partsOf, someParts } from './parts.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 saves a Blob joined of an OPFS file and a record, though the registration is gone meanwhile', async t => {
  const { origin, probe } = await openProbe(t);
  const size = 20_000_000;
  const url = origin.url('/file.txt', { size: 2 * size, cors: 'any' });
  const parts = partsOf(url, 2, size);
  const [first, second] = parts;
  assert.ok(first && second);
  const never = origin.url('/stuck.txt', { size, stall: 10, cors: 'any' });
  await probe.inDocument('start', 'parts', [first, { url: never }, second]);
  await someParts(probe, 'parts', parts, 2);

  await probe.inWorker('keep', 'parts', first.url, 'part-0');
  const objectUrl = await probe.inWorker('join', 'part-0', 'parts', second.url);
  const id = await probe.inDocument('download', objectUrl, 'joined.txt');
  await probe.inDocument('abort', 'parts');
  await until(async () => (await probe.inDocument('downloaded', id))?.state === 'complete', 'the file', 20);
  assert.equal(sha256OfFile(join(probe.downloads, 'joined.txt')), sha256OfUrl(url, 2 * size));
});
