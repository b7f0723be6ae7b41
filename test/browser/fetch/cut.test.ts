import { test } from 'node:test';
import { setting } from '../setting.ts';
import { assertArrived, assertRequests, endOf, MIB, PART, partsAsked, requestsOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 3 * PART;

test('a part that is cut goes on where it was cut, and the others are asked for once', async () => {
  const { longhaul, origin } = here;
  const path = '/cut-part.bin';
  const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, cut: 3 * MIB, cuts: 1 }) });
  assertArrived(longhaul, await endOf(longhaul, id), { path, size: SIZE });
  const [first] = origin.requestsFor(path).filter(({ endedBy }) => endedBy === 'cut');
  const [from = 0, to = 0] = (first?.range ?? '').replace('bytes=', '').split('-').map(Number);
  const rest = `GET bytes=${from + 3 * MIB}-${to} 206`;
  assertRequests(requestsOf(origin, path), ['HEAD all 200', ...partsAsked(0, 3), rest]);
});

test('a file without a validator comes in one request, and a cut begins it anew', async () => {
  const { longhaul, origin } = here;
  const path = '/cut-whole.bin';
  const [id] = await longhaul.enqueue({
    url: origin.url(path, { size: SIZE, cut: 5 * MIB, cuts: 1, validator: 'none' }),
  });
  assertArrived(longhaul, await endOf(longhaul, id), { path, size: SIZE });
  assertRequests(requestsOf(origin, path), ['HEAD all 200', 'GET all 200', 'GET all 200']);
});
