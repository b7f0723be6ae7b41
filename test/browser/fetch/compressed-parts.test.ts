import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setting } from '../setting.ts';
import { sha256OfFile, sha256OfUrl } from '../harness.ts';
import { endOf, PART, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;

test('a server that compresses parts, which Chromium refuses to read, is asked for the whole', async () => {
  const { longhaul, origin } = here;
  const path = '/compressed.bin';
  const url = origin.decide(path, ({ method, range }) => ({
    size: SIZE,
    ...(method === 'GET' && range !== null ? { gzip: true } : {}),
  }));
  const [id] = await longhaul.enqueue({ url });
  const item = await endOf(longhaul, id, 130);
  assert.equal(item.status, 'done', tellOf(item));
  assert.equal(item.path, `${longhaul.downloads}/compressed.bin`);
  assert.equal(sha256OfFile(item.path), sha256OfUrl(url, SIZE));
  // Whether Chromium gives up first or we do is a matter of seconds: by either carrier it comes whole.
  const requests = requestsOf(origin, path);
  assert.equal(requests.at(-1), 'GET all 200', tellOf(item));
  assert.equal(requests.filter(request => request === 'GET all 200').length, 1, requests.join('\n'));
});
