import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from '../harness.ts';
import { setting } from '../setting.ts';
import { assertNothingLeft, assertRequests, filesIn, MIB, PART, partsAsked, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const COUNT = 6;
const SIZE = 2 * PART;

test('of six big files at once never more than two have a registration, and all arrive', async () => {
  const { longhaul, origin } = here;
  await longhaul.ask('settings', { set: { limit: COUNT, hostLimit: COUNT } });
  const page = await longhaul.page('chooser.html');
  await page.evaluate(async () => {
    const seen = { most: 0, looks: 0 };
    Object.assign(globalThis, { seen });
    const registration = await navigator.serviceWorker.getRegistration();
    setInterval(
      () =>
        void registration?.backgroundFetch.getIds().then(ids => {
          seen.most = Math.max(seen.most, ids.length);
          seen.looks += 1;
        }),
      10,
    );
  });
  const paths = Array.from({ length: COUNT }, (_, index) => `/file-${index}.bin`);
  await longhaul.enqueue(...paths.map(path => ({ url: origin.url(path, { size: SIZE, rate: 16 * MIB }) })));
  await until(async () => (await longhaul.items()).some(({ status }) => status === 'running'), 'the first to run');
  const items = await longhaul.ended(120);

  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { most: number; looks: number } }).seen);
  assert.equal(seen.most, 2, `in ${seen.looks} looks`);
  for (const [index, item] of items.entries()) {
    const path = paths[index] ?? '';
    assert.equal(item.status, 'done', tellOf(item));
    assert.equal(basename(item.path ?? ''), basename(path));
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, SIZE));
    const gets = item.carrier === 'background-fetch' ? partsAsked(0, 2) : ['GET all 200'];
    assertRequests(requestsOf(origin, path), ['HEAD all 200', ...gets]);
  }
  assert.deepEqual(
    filesIn(longhaul).sort(),
    paths.map(path => basename(path)),
  );
  await assertNothingLeft(longhaul);
});
