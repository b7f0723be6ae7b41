import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoggedRequest, Switches } from '../../origin/origin.ts';
import { setting } from '../setting.ts';
import { assertArrived, assertNothingLeft, endOf, PART, requestsOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;

/** Servers that promise parts and give something else for them. */
const LIARS: Readonly<Record<string, Switches>> = {
  'the whole file': { ranges: false },
  'parts that name another place': { badRange: 'shifted' },
  'parts that name no place': { badRange: 'absent' },
  'parts that name nonsense for a place': { badRange: 'garbage' },
};

for (const [index, [what, lie]] of Object.entries(LIARS).entries()) {
  test(`a server that gives ${what} is asked for the whole in one request, and nothing is mixed`, async () => {
    const { longhaul, origin } = here;
    const path = `/liar-${index}.bin`;
    const isForPart = ({ method, range }: LoggedRequest): boolean => method === 'GET' && range !== null;
    const url = origin.decide(path, request => ({ size: SIZE, ...(isForPart(request) ? lie : {}) }));
    const [id] = await longhaul.enqueue({ url });
    assertArrived(longhaul, await endOf(longhaul, id), { path, size: SIZE });
    const requests = requestsOf(origin, path);
    assert.deepEqual([requests.at(0), ...requests.slice(-2)], ['HEAD all 200', 'HEAD all 200', 'GET all 200']);
    assert.equal(requests.filter(request => request.startsWith('GET all')).length, 1, requests.join('\n'));
    // One that names a file of another length looks like one that has changed, and is asked for its parts once more.
    assert.ok(requests.length <= 8, requests.join('\n'));
  });
}

test('at the end no part, no header rule and no registration is left', async () => {
  await assertNothingLeft(here.longhaul);
});
