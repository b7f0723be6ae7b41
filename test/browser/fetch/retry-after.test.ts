import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setting } from '../setting.ts';
import { assertArrived, assertRequests, endOf, PART, partsAsked, requestsOf, tellOf } from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;
/** s */
const WAIT = 3;

const FORMS: Readonly<Record<string, () => string>> = {
  seconds: () => String(WAIT),
  // A date has whole seconds only.
  'a date': () => new Date(Date.now() + (WAIT + 1) * 1000).toUTCString(),
};

for (const status of [429, 503]) {
  for (const [form, retryAfter] of Object.entries(FORMS)) {
    test(`a ${status} with ${form} to wait is asked again when that is over, not before`, async () => {
      const { longhaul, origin } = here;
      const path = `/${status}-${form.replace(' ', '-')}.bin`;
      let refusals = 1;
      const url = origin.decide(path, () => {
        refusals -= 1;
        return { size: SIZE, ...(refusals >= 0 ? { status, retryAfter: retryAfter() } : {}) };
      });
      const [id] = await longhaul.enqueue({ url });
      const item = await endOf(longhaul, id);
      assertArrived(longhaul, item, { path, size: SIZE });
      assertRequests(requestsOf(origin, path), [`HEAD all ${status}`, 'HEAD all 200', ...partsAsked(0, 2)]);
      const [first, second] = origin.requestsFor(path).map(({ at }) => at);
      const waited = (second ?? 0) - (first ?? 0);
      assert.ok(waited >= WAIT * 1000 && waited < (WAIT + 5) * 1000, `${waited} ms\n${tellOf(item)}`);
    });
  }
}

test('a 429 and a 503 to parts alone keep the other parts, and only those two are asked for again', async () => {
  const { longhaul, origin } = here;
  const path = '/busy-parts.bin';
  const size = 4 * PART;
  const refusals = new Map([
    [`bytes=0-${PART - 1}`, 429],
    [`bytes=${2 * PART}-${3 * PART - 1}`, 503],
  ]);
  const url = origin.decide(path, ({ range }) => {
    const status = refusals.get(range ?? '');
    refusals.delete(range ?? '');
    return { size, ...(status === undefined ? {} : { status, retryAfter: '1' }) };
  });
  const [id] = await longhaul.enqueue({ url });
  const item = await endOf(longhaul, id, 90);
  assertArrived(longhaul, item, { path, size });
  const refused = [`GET bytes=0-${PART - 1} 429`, `GET bytes=${2 * PART}-${3 * PART - 1} 503`];
  // Chromium asks for them again by itself, and then takes the whole answer for the refusal that came first.
  const askedAgain = [...partsAsked(0, 1), ...partsAsked(2, 3)];
  assertRequests(
    requestsOf(origin, path),
    ['HEAD all 200', ...refused, ...partsAsked(0, 4), 'HEAD all 200', ...askedAgain],
    tellOf(item),
  );
});
