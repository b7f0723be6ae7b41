import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setting } from '../setting.ts';
import { assertArrived, assertRequests, endOf, PART, partsAsked, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });

for (const [what, length] of [
  ['short', 1_000],
  ['empty', 0],
] as const) {
  test(`a part that is ${what} is not believed: it alone is asked for again`, async () => {
    const { longhaul, origin } = here;
    const path = `/${what}-part.bin`;
    const size = 3 * PART;
    let lies = 1;
    const url = origin.decide(path, ({ method, range }) => {
      const isLie = method === 'GET' && range?.startsWith(`bytes=${PART}-`) === true && lies > 0;
      if (isLie) lies -= 1;
      return { size, ...(isLie ? { length } : {}) };
    });
    const [id] = await longhaul.enqueue({ url });
    const item = await endOf(longhaul, id);
    assertArrived(longhaul, item, { path, size });
    assertRequests(requestsOf(origin, path), [
      'HEAD all 200',
      ...partsAsked(0, 3),
      'HEAD all 200',
      ...partsAsked(1, 2),
    ]);
    assert.ok(
      item.log.some(({ what: word, detail }) => word === 'failed' && detail?.startsWith('wrong-size')),
      tellOf(item),
    );
  });

  test(`a whole file that comes ${what}, unlike what the same version was said to be, is asked for again`, async () => {
    const { longhaul, origin } = here;
    const path = `/${what}-whole.bin`;
    const size = 10_000_000;
    let lies = 1;
    const url = origin.decide(path, ({ method }) => {
      const isLie = method === 'GET' && lies > 0;
      if (isLie) lies -= 1;
      return { size, ...(isLie ? { length } : {}) };
    });
    const [id] = await longhaul.enqueue({ url });
    assertArrived(longhaul, await endOf(longhaul, id), { path, size });
    assertRequests(requestsOf(origin, path), ['HEAD all 200', 'GET all 200', 'HEAD all 200', 'GET all 200']);
  });
}
