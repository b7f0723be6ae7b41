import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { sha256OfFile, sha256OfUrl } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertArrived,
  assertNothingLeft,
  assertRequests,
  endOf,
  filesIn,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;
let elsewhere: Origin;
before(async () => {
  elsewhere = await startOrigin({ host: '0.0.0.0' });
});
after(() => elsewhere.close());

/** The redirects of a request are followed so often at most (Fetch Standard, section 4.4). */
const MOST_REDIRECTS = 20;

test('a redirect to another host and port is followed for every part, and the file bears the name of where it ends', async () => {
  const { longhaul, origin } = here;
  const target = elsewhere.url('/target.bin', { size: SIZE }).replace('127.0.0.1', 'localhost');
  const [id] = await longhaul.enqueue({ url: origin.url('/moved', { redirect: target }) });
  assertArrived(longhaul, await endOf(longhaul, id), { path: '/target.bin', size: SIZE });
  const parts = partsAsked(0, 2);
  assertRequests(requestsOf(elsewhere, '/target.bin'), ['HEAD all 200', ...parts]);
  assertRequests(requestsOf(origin, '/moved'), ['HEAD all 302', ...parts.map(part => part.replace(/206$/, '302'))]);
});

test('a redirect to plain http beyond this machine goes on by browser download', async t => {
  const { longhaul, origin } = here;
  const far = Object.values(networkInterfaces())
    .flat()
    .find(address => address?.family === 'IPv4' && !address.internal)?.address;
  if (far === undefined) return t.skip('this machine has no address but loopback');
  const target = elsewhere.url('/plain.bin', { size: SIZE }).replace('127.0.0.1', far);
  const [id] = await longhaul.enqueue({ url: origin.url('/to-plain', { redirect: target }) });
  const item = await endOf(longhaul, id);
  assert.equal(item.status, 'done', tellOf(item));
  assert.equal(item.carrier, 'browser-download');
  assert.equal(item.path, `${longhaul.downloads}/plain.bin`);
  assert.equal(sha256OfFile(item.path), sha256OfUrl(target, SIZE));
  assert.deepEqual(requestsOf(elsewhere, '/plain.bin'), ['HEAD all 200', 'GET all 200']);
});

test('a redirect loop fails, and is not followed for ever', async () => {
  const { longhaul, origin } = here;
  await longhaul.ask('settings', { set: { attempts: 1 } });
  const [id] = await longhaul.enqueue({ url: origin.url('/loop.bin', { loop: true }) });
  const item = await endOf(longhaul, id);
  assert.equal(item.status, 'failed', tellOf(item));
  const requests = requestsOf(origin, '/loop.bin');
  assert.ok(requests.length <= 2 * (MOST_REDIRECTS + 1), `${requests.length} requests`);
});

for (const target of ['file:///etc/hostname', 'data:text/plain,hello']) {
  const scheme = new URL(target).protocol.slice(0, -1);

  test(`a redirect to ${scheme}: fails, and brings nothing into the folder`, async () => {
    const { longhaul, origin } = here;
    await longhaul.ask('settings', { set: { attempts: 1 } });
    const path = `/to-${scheme}.bin`;
    const [id] = await longhaul.enqueue({ url: origin.url(path, { redirect: target }) });
    const item = await endOf(longhaul, id);
    assert.equal(item.status, 'failed', tellOf(item));
    assert.ok(requestsOf(origin, path).length <= 4, requestsOf(origin, path).join('\n'));
  });
}

test('at the end the folder has only what was right, and no part, rule or registration is left', async () => {
  assert.deepEqual(
    filesIn(here.longhaul).filter(file => !['target.bin', 'plain.bin'].includes(file)),
    [],
  );
  await assertNothingLeft(here.longhaul);
});
