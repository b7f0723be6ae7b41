import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { type Longhaul, openLonghaul, until } from '../harness.ts';
import { assertArrived, assertRequests, MIB, PART, partsAsked, requestsOf, tellOf, wordsOf } from './big-file.ts';

const SIZE = 8 * PART;
const PATH = '/big.bin';
let origin: Origin;
let longhaul: Longhaul;

beforeEach(async () => {
  origin = await startOrigin();
  longhaul = await openLonghaul({ grants: 'all' });
});
afterEach(async () => {
  await longhaul.close();
  await origin.close();
});

/** Requests for parts that were answered to their last byte, by now. */
function finished(): string[] {
  return origin
    .requestsFor(PATH)
    .filter(({ method, bytesSent }) => method === 'GET' && bytesSent === PART)
    .map(wordsOf);
}

/** So many parts are whole, and have been for a while: the next ones are amid their bytes. */
async function partsAreHere(count: number): Promise<void> {
  await until(async () => {
    const running = origin.requestsFor(PATH).filter(({ method, endedBy }) => method === 'GET' && endedBy === 'open');
    const isAmid = running.every(({ bytesSent }) => bytesSent > 2 * MIB && bytesSent < 6 * MIB);
    return finished().length >= count && running.length > 0 && isAmid;
  }, `${count} parts and a bit`);
}

const ENDS = {
  'a proper close': () => longhaul.quit(),
  'a crash': () => longhaul.crash(),
};

for (const [how, end] of Object.entries(ENDS)) {
  test(`after ${how}, and after another, only the missing parts are asked for`, async () => {
    await longhaul.enqueue({ url: origin.url(PATH, { size: SIZE, rate: 6 * MIB }) });
    for (const count of [2, 5]) {
      await partsAreHere(count);
      await end();
      const before = { whole: finished(), requests: origin.requestsFor(PATH).length };
      const missing = partsAsked(0, 8).filter(part => !before.whole.includes(part));
      await longhaul.open();
      await until(async () => finished().length > before.whole.length, 'it to go on');
      const isLast = count === 5;
      if (isLast) {
        const [item] = await longhaul.ended(120);
        assert.ok(item);
        assertArrived(longhaul, item, { path: PATH, size: SIZE });
        assertRequests(requestsOf(origin, PATH, before.requests), ['HEAD all 200', ...missing], tellOf(item));
        assert.ok(
          item.log.some(({ what }) => what === 'parts-kept'),
          tellOf(item),
        );
      }
    }
    // Also the part of the run between the two: no part that was whole was ever asked for again.
    const whole = finished();
    assert.equal(whole.length, new Set(whole).size, requestsOf(origin, PATH).join('\n'));
  });
}
