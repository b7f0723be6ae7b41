import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setting } from '../setting.ts';
import { assertArrived, endOf, PART, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;

test('a server that compresses parts, which Chromium refuses to read, is asked for the whole after one attempt', async () => {
  const { longhaul, origin } = here;
  const path = '/compressed.bin';
  const url = origin.decide(path, ({ method, range }) => ({
    size: SIZE,
    ...(method === 'GET' && range !== null ? { gzip: true } : {}),
  }));
  const [id] = await longhaul.enqueue({ url });
  const item = await endOf(longhaul, id, 130);
  assertArrived(longhaul, item, { path, size: SIZE });
  const requests = requestsOf(origin, path);
  assert.deepEqual(requests.slice(-2), ['HEAD all 200', 'GET all 200'], tellOf(item));
  assert.equal(requests.filter(request => request.startsWith('HEAD')).length, 2, requests.join('\n'));
});
