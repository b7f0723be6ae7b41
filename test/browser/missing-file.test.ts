import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 2_000;
const here = setting({ grants: 'all' });

test('a file that was deleted after it was done is missed, and comes again when it is asked for', async () => {
  const { longhaul, origin } = here;
  const url = origin.url('/gone.txt', { size: SIZE });
  const [id] = await longhaul.enqueue({ url });
  const [done] = await longhaul.ended();
  assert.equal(done?.isMissing, false);
  rmSync(done?.path ?? '');
  await until(async () => (await longhaul.items())[0]?.isMissing === true, 'the browser to notice');

  const { changed } = await longhaul.ask('control', { ids: [id ?? ''], action: 'retry' });
  assert.equal(changed, 1);
  const [again] = await longhaul.ended();
  assert.equal(again?.status, 'done');
  assert.equal(again?.isMissing, false);
  assert.ok(existsSync(again?.path ?? ''));
  assert.equal(sha256OfFile(again?.path ?? ''), sha256OfUrl(url, SIZE));
});
