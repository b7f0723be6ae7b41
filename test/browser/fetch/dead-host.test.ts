import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import { assertArrived, assertRequests, itemOf, PART, partsAsked, requestsOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;
/** ms; a silent host is the watchdog's after a minute. */
const LIMIT = 40_000;
let silent: Origin;
before(async () => {
  silent = await startOrigin({ host: '127.0.0.3' });
});
after(() => silent.close());

/** A port at which nobody listens. */
async function closedPort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a dead and a silent host hold the places for a while only: a healthy one behind them is done soon', async () => {
  const { longhaul, origin } = here;
  await longhaul.ask('settings', { set: { limit: 2 } });
  const dead = `http://127.0.0.2:${await closedPort('127.0.0.2')}/dead.bin`;
  const [deadId, silentId, id] = await longhaul.enqueue(
    { url: dead },
    { url: silent.url('/silent.bin', { size: SIZE, latency: 600_000 }) },
    { url: origin.url('/healthy.bin', { size: SIZE }) },
  );
  const began = performance.now();
  await until(async () => (await itemOf(longhaul, id)).status === 'done', 'the healthy one');
  const took = performance.now() - began;
  assert.ok(took < LIMIT, `${took} ms`);
  assertArrived(longhaul, await itemOf(longhaul, id), { path: '/healthy.bin', size: SIZE });
  assertRequests(requestsOf(origin, '/healthy.bin'), ['HEAD all 200', ...partsAsked(0, 2)]);
  assert.ok(requestsOf(silent, '/silent.bin').every(request => request === 'HEAD all 0'));
  for (const other of [deadId, silentId]) {
    const { status } = await itemOf(longhaul, other);
    assert.ok(!['done', 'failed', 'cancelled'].includes(status), `it is tried again: ${status}`);
  }
});

test('two silent hosts at a limit of two are given up soon enough for a healthy one behind them', async () => {
  const { longhaul, origin } = here;
  await longhaul.ask('control', { ids: 'all', action: 'cancel' });
  const urls = [1, 2].map(index => silent.url(`/silent-${index}.bin`, { size: SIZE, latency: 600_000 }));
  const [, , id] = await longhaul.enqueue(...urls.map(url => ({ url })), {
    url: origin.url('/behind.bin', { size: SIZE }),
  });
  const began = performance.now();
  await until(async () => (await itemOf(longhaul, id)).status === 'done', 'the healthy one');
  const took = performance.now() - began;
  assert.ok(took < LIMIT, `${took} ms`);
  assertArrived(longhaul, await itemOf(longhaul, id), { path: '/behind.bin', size: SIZE });
  assertRequests(requestsOf(origin, '/behind.bin'), ['HEAD all 200', ...partsAsked(0, 2)]);
});
