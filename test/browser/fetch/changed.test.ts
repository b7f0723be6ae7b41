import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertArrived,
  assertNothingLeft,
  assertRequests,
  endOf,
  itemOf,
  MIB,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 4 * PART;

test('a file that changes between its parts arrives wholly as the new one', async () => {
  const { longhaul, origin } = here;
  const path = '/changed.bin';
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, versions: '1,1,2' }) });
  const item = await endOf(longhaul, id);
  assertArrived(longhaul, item, { path, size: SIZE, version: 2 });
  assert.ok(
    item.log.some(({ what, detail }) => what === 'failed' && detail?.startsWith('changed')),
    tellOf(item),
  );
  const twice = [...partsAsked(0, 4), ...partsAsked(0, 4)];
  assertRequests(requestsOf(origin, path), ['HEAD all 200', 'HEAD all 200', ...twice]);
});

test('a file that changed while it was paused arrives wholly as the new one, and the parts of the old one go', async () => {
  const { longhaul, origin } = here;
  const path = '/changed-in-pause.bin';
  let version = 1;
  const url = origin.decide(path, () => ({ size: SIZE, version, rate: 6 * MIB }));
  const [id] = await longhaul.enqueue({ url });
  await until(async () => (await itemOf(longhaul, id)).bytes > 2 * PART + 2 * MIB, 'two parts to be here');
  await longhaul.ask('control', { ids: [id ?? ''], action: 'pause' });
  await until(async () => (await itemOf(longhaul, id)).status === 'paused', 'the pause');
  assert.ok((await itemOf(longhaul, id)).bytes >= 2 * PART, 'parts of the old version are kept');
  const before = origin.requestsFor(path).length;
  version = 2;
  await longhaul.ask('control', { ids: [id ?? ''], action: 'resume' });
  const item = await endOf(longhaul, id);
  assertArrived(longhaul, item, { path, size: SIZE, version: 2 });
  assertRequests(requestsOf(origin, path, before), ['HEAD all 200', ...partsAsked(0, 4)], tellOf(item));
  assert.ok(
    item.log.some(({ what }) => what === 'parts-dropped'),
    tellOf(item),
  );
  await assertNothingLeft(longhaul);
});

test('a file that has grown while it was paused arrives as the longer one', async () => {
  const { longhaul, origin } = here;
  const path = '/grown-in-pause.bin';
  let now = { size: SIZE, version: 1 };
  const url = origin.decide(path, () => ({ ...now, rate: 6 * MIB }));
  const [id] = await longhaul.enqueue({ url });
  await until(async () => (await itemOf(longhaul, id)).bytes > 2 * PART + 2 * MIB, 'two parts to be here');
  await longhaul.ask('control', { ids: [id ?? ''], action: 'pause' });
  await until(async () => (await itemOf(longhaul, id)).status === 'paused', 'the pause');
  const before = origin.requestsFor(path).length;
  now = { size: 5 * PART, version: 2 };
  await longhaul.ask('control', { ids: [id ?? ''], action: 'resume' });
  assertArrived(longhaul, await endOf(longhaul, id), { path, size: 5 * PART, version: 2 });
  assertRequests(requestsOf(origin, path, before), ['HEAD all 200', ...partsAsked(0, 5)]);
});
