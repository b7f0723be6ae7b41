import { test } from 'node:test';
import type { Switches } from '../../origin/origin.ts';
import { setting } from '../setting.ts';
import { assertArrived, assertRequests, endOf, MIB, PART, partsAsked, requestsOf } from './big-file.ts';

const here = setting({ grants: 'all' });

const WHOLE: Readonly<Record<string, Switches & { size: number }>> = {
  'a file of a bit less than two parts': { size: 2 * PART - 1 },
  'a file of one part': { size: PART },
  'a file whose only validator is weak': { size: 2 * PART, validator: 'weak' },
  'a file without a validator': { size: 2 * PART, validator: 'none' },
  'a file of a server without ranges': { size: 2 * PART, ranges: false },
  'a file whose length is unknown': { size: 2 * PART, chunked: true },
};

for (const [index, [what, switches]] of Object.entries(WHOLE).entries()) {
  test(`${what} comes in one request`, async () => {
    const { longhaul, origin } = here;
    const path = `/whole-${index}.bin`;
    const [id] = await longhaul.enqueue({ url: origin.url(path, switches) });
    assertArrived(longhaul, await endOf(longhaul, id), { path, size: switches.size });
    const probes = switches.ranges === false ? ['HEAD all 200', 'GET bytes=0-0 200'] : ['HEAD all 200'];
    assertRequests(requestsOf(origin, path), [...probes, 'GET all 200']);
  });
}

test('a file whose only validator is its date comes in parts', async () => {
  const { longhaul, origin } = here;
  const size = 2 * PART + 5 * MIB;
  const [id] = await longhaul.enqueue({ url: origin.url('/dated.bin', { size, validator: 'date' }) });
  assertArrived(longhaul, await endOf(longhaul, id), { path: '/dated.bin', size });
  const half = size / 2;
  assertRequests(requestsOf(origin, '/dated.bin'), [
    'HEAD all 200',
    `GET bytes=0-${half - 1} 206`,
    `GET bytes=${half}-${size - 1} 206`,
  ]);
});

test('a server that tells of ranges only when it is asked for one is asked for the first byte, then for the parts', async () => {
  const { longhaul, origin } = here;
  const size = 2 * PART;
  const url = origin.decide('/modest.bin', ({ method }) => ({ size, ranges: method === 'GET' }));
  const [id] = await longhaul.enqueue({ url });
  assertArrived(longhaul, await endOf(longhaul, id), { path: '/modest.bin', size });
  assertRequests(requestsOf(origin, '/modest.bin'), ['HEAD all 200', 'GET bytes=0-0 206', ...partsAsked(0, 2)]);
});
