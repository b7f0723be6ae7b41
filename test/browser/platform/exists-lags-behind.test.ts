import assert from 'node:assert/strict';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';
import { savedName } from './saved-name.ts';

test('Chromium 156 finds files by a pattern of their path, and says of a removed one that it exists when first asked', async t => {
  const { origin, probe } = await openProbe(t);
  const url = origin.url('/theirs.txt', { size: 10 });
  await savedName(probe, url, 'sub/ours.tar.gz');
  assert.equal(await savedName(probe, url, 'sub/ours.tar.gz'), 'sub/ours (1).tar.gz');
  const find = async (filenameRegex: string) => {
    const found = await probe.inDocument('listed', { filenameRegex });
    return found.map(({ id, exists }) => [id, exists]);
  };
  unlinkSync(join(probe.downloads, 'sub/ours.tar.gz'));
  assert.deepEqual(await find('[/\\\\]sub[/\\\\]ours\\.tar\\.gz$'), [[1, true]]);
  assert.deepEqual(await find('[/\\\\]sub[/\\\\]OURS'), []);
});
