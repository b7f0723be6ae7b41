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
  leavingsOf,
  MIB,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });
/** Eight parts. */
const SIZE = 8 * PART;

test('a big file comes in eight parts, each asked for once, and is joined right', async () => {
  const { longhaul, origin } = here;
  const [id] = await longhaul.enqueue({ url: origin.url('/big.bin', { size: SIZE }) });
  assertArrived(longhaul, await endOf(longhaul, id), { path: '/big.bin', size: SIZE });
  assertRequests(requestsOf(origin, '/big.bin'), ['HEAD all 200', ...partsAsked(0, 8)]);
});

test('a pause keeps the finished parts, and a resume asks for the others only', async () => {
  const { longhaul, origin } = here;
  const path = '/paused.bin';
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: 6 * MIB }) });
  await until(async () => (await itemOf(longhaul, id)).bytes > 20 * MIB, 'some parts to be here');
  await longhaul.ask('control', { ids: [id ?? ''], action: 'pause' });
  const paused = await until(async () => {
    const item = await itemOf(longhaul, id);
    return item.status === 'paused' ? item : null;
  }, 'the pause');
  assert.ok(paused.bytes >= 2 * PART && paused.bytes % PART === 0, `${paused.bytes} bytes are kept`);
  assert.deepEqual((await leavingsOf(longhaul)).registrations, [], 'a pause means no bytes');
  const first = origin.requestsFor(path);
  const whole = first
    .filter(({ method, bytesSent }) => method === 'GET' && bytesSent === PART)
    .map(({ range }) => range);
  await longhaul.ask('control', { ids: [id ?? ''], action: 'resume' });

  const item = await endOf(longhaul, id);
  assertArrived(longhaul, item, { path, size: SIZE });
  const missing = partsAsked(0, 8).filter(asked => !whole.some(range => asked === `GET ${range} 206`));
  assert.equal(missing.length, (SIZE - paused.bytes) / PART, tellOf(item));
  assertRequests(requestsOf(origin, path, first.length), ['HEAD all 200', ...missing]);
});

test('at the end no part, no header rule and no registration is left', async () => {
  await assertNothingLeft(here.longhaul);
});
