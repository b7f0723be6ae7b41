import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256OfUrl } from '../harness.ts';
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
const SIZE = 3 * PART;
const ALL = ['HEAD all 200', ...partsAsked(0, 3)];

test('the checksum of a file that was joined from parts is confirmed', async () => {
  const { longhaul, origin } = here;
  const url = origin.url('/right.bin', { size: SIZE });
  const [id] = await longhaul.enqueue({ url, checksum: `sha-256:${sha256OfUrl(url, SIZE)}` });
  const item = await endOf(longhaul, id);
  assertArrived(longhaul, item, { path: '/right.bin', size: SIZE });
  assert.ok(
    item.log.some(({ what }) => what === 'checksum-right'),
    tellOf(item),
  );
  assertRequests(requestsOf(origin, '/right.bin'), ALL);
});

test('a wrong checksum keeps the joined file out of the folder, and a retry asks for every part again', async () => {
  const { longhaul, origin } = here;
  const path = '/tampered.bin';
  let version = 2;
  const url = origin.decide(path, () => ({ size: SIZE, version }));
  const [id] = await longhaul.enqueue({ url, checksum: `sha-256:${sha256OfUrl(url, SIZE)}` });
  const wrong = await endOf(longhaul, id);
  assert.equal(wrong.status, 'failed', tellOf(wrong));
  assert.equal(wrong.error?.code, 'wrong-checksum');
  assertRequests(requestsOf(origin, path), ALL);
  assert.ok(!filesIn(longhaul).includes('tampered.bin'));
  await assertNothingLeft(longhaul, 'the parts of a wrong file are worth nothing');

  version = 1;
  await longhaul.ask('control', { ids: [id ?? ''], action: 'retry' });
  assertArrived(longhaul, await endOf(longhaul, id), { path, size: SIZE });
  assertRequests(requestsOf(origin, path, ALL.length), ALL);
});
