import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { type Longhaul, openLonghaul, until } from '../harness.ts';
import { wherePossible } from '../packed-run.ts';
import {
  assertArrived,
  assertRequests,
  filesIn,
  MIB,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
  wordsOf,
} from './big-file.ts';

const SIZE = 8 * PART;
const PATH = '/big.bin';
const NEWER = '99.0';
let origin: Origin | null = null;
let longhaul: Longhaul | null = null;

beforeEach(async () => {
  if ('skip' in wherePossible) return;
  origin = await startOrigin();
  longhaul = await openLonghaul({ grants: 'all', packed: true });
});
afterEach(async () => {
  await longhaul?.close();
  await origin?.close();
});

const INTERRUPTIONS: Readonly<Record<string, (longhaul: Longhaul) => Promise<void>>> = {
  'the extension is reloaded': run => run.reload(),
  'an update is found at the next start, and taken over at the one after it': async run => {
    await run.quit();
    await run.offerUpdate(NEWER);
    await run.open();
    const { profile, extensionId } = run.chromium;
    const versions = join(profile, 'Default', 'Extensions', extensionId);
    await until(async () => readdirSync(versions).some(name => name.startsWith(NEWER)), 'the newer version');
    await run.quit();
    await run.open();
    assert.equal(await run.version(), NEWER);
  },
};

for (const [what, interrupt] of Object.entries(INTERRUPTIONS)) {
  test(
    `packed: ${what} amid a file in parts, and those that were whole are not asked for again`,
    wherePossible,
    async () => {
      assert.ok(origin !== null && longhaul !== null);
      const run = { origin, longhaul };
      const gets = () => run.origin.requestsFor(PATH).filter(({ method }) => method === 'GET');
      const whole = () =>
        gets()
          .filter(({ bytesSent }) => bytesSent === PART)
          .map(wordsOf);
      await longhaul.enqueue({ url: origin.url(PATH, { size: SIZE, rate: 4 * MIB }) });
      await until(async () => whole().length >= 4 && (gets().at(-1)?.bytesSent ?? 0) > 2 * MIB, 'four parts and a bit');
      const before = { whole: whole(), requests: origin.requestsFor(PATH).length };
      await interrupt(longhaul);

      // Nothing but the browser's own events brings it back.
      await until(async () => filesIn(run.longhaul).includes('big.bin'), 'the file', 90);
      const [item] = await longhaul.ended();
      assert.ok(item);
      assertArrived(longhaul, item, { path: PATH, size: SIZE });
      const again = requestsOf(origin, PATH, before.requests);
      assert.deepEqual(
        again.filter(request => before.whole.includes(request)),
        [],
        `${tellOf(item)}\n${again.join('\n')}`,
      );
      assertRequests(
        [...new Set(again)],
        ['HEAD all 200', ...partsAsked(0, 8).filter(part => !before.whole.includes(part))],
      );
    },
  );
}
