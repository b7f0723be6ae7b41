import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setting } from '../setting.ts';
import { assertNothingLeft, endOf, filesIn, PART, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;
/** ms from the adding to the user's knowing: far below the minute after which the watchdog would know it. */
const KNOWN_WITHIN = 20_000;

const REFUSALS = { 401: 'unauthorized', 403: 'forbidden', 404: 'not-found', 410: 'gone' } as const;

for (const [status, code] of Object.entries(REFUSALS)) {
  test(`a ${status} is known at once, and is asked for no more`, async () => {
    const { longhaul, origin } = here;
    const path = `/refused-${status}.bin`;
    const began = performance.now();
    const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, status: Number(status) }) });
    const item = await endOf(longhaul, id);
    const took = performance.now() - began;
    assert.equal(item.status, 'failed', tellOf(item));
    assert.equal(item.error?.code, code);
    assert.ok(took < KNOWN_WITHIN, `${took} ms`);
    // Servers refuse a HEAD with almost anything, so the first byte is asked for too.
    assert.deepEqual(requestsOf(origin, path), [`HEAD all ${status}`, `GET bytes=0-0 ${status}`]);
  });
}

test('a server that shows the file and then refuses every part of it fails the item with what it said', async () => {
  const { longhaul, origin } = here;
  const path = '/refused-later.bin';
  const url = origin.decide(path, ({ method }) => ({ size: SIZE, ...(method === 'GET' ? { status: 403 } : {}) }));
  const [id] = await longhaul.enqueue({ url });
  const item = await endOf(longhaul, id, 90);
  assert.equal(item.status, 'failed', tellOf(item));
  assert.equal(item.error?.code, 'forbidden', tellOf(item));
  const gets = requestsOf(origin, path).filter(request => !request.startsWith('HEAD'));
  assert.deepEqual(gets.sort(), [`GET bytes=0-${PART - 1} 403`, `GET bytes=${PART}-${SIZE - 1} 403`].sort());
});

test('a refusal of one part keeps the others, and a retry asks for that one only', async () => {
  const { longhaul, origin } = here;
  const path = '/one-refused.bin';
  let isGone = true;
  const url = origin.decide(path, ({ range }) => ({
    size: SIZE,
    ...(isGone && range?.startsWith(`bytes=${PART}-`) === true ? { status: 404 } : {}),
  }));
  const [id] = await longhaul.enqueue({ url });
  const failed = await endOf(longhaul, id, 90);
  assert.equal(failed.error?.code, 'not-found', tellOf(failed));
  const before = origin.requestsFor(path).length;
  isGone = false;
  await longhaul.ask('control', { ids: [id ?? ''], action: 'retry' });
  const item = await endOf(longhaul, id, 90);
  assert.equal(item.status, 'done', tellOf(item));
  assert.deepEqual(requestsOf(origin, path, before), ['HEAD all 200', `GET bytes=${PART}-${SIZE - 1} 206`]);
});

test('nothing of a refused file lies in the folder or in the browser', async () => {
  assert.deepEqual(filesIn(here.longhaul), ['one-refused.bin']);
  await assertNothingLeft(here.longhaul);
});
