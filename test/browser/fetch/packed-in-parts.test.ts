import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { type LoggedRequest, type Origin, startOrigin } from '../../origin/origin.ts';
import { type Longhaul, openLonghaul, until } from '../harness.ts';
import { wherePossible } from '../packed-run.ts';
import { assertArrived, assertNothingLeft, filesIn, MIB, PART, partsAsked, tellOf, wordsOf } from './big-file.ts';

const COUNT = 6;
const SIZE = COUNT * PART;
/** Bytes a second of each request. Finished parts are put away every two seconds: a reload ends the browser's hold on them. */
const RATE = 2 * MIB;
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

/** Requests for parts. */
function gets(): readonly LoggedRequest[] {
  return origin?.requestsFor(PATH).filter(({ method }) => method === 'GET') ?? [];
}

/** Those that were answered to their last byte, by now. */
function whole(): string[] {
  return gets()
    .filter(({ bytesSent }) => bytesSent === PART)
    .map(wordsOf);
}

/** The parts that were whole at an interruption, and how many requests there had been. */
interface Moment {
  readonly whole: readonly string[];
  readonly requests: number;
}
const moments: Moment[] = [];
beforeEach(() => {
  moments.length = 0;
});

/** So many parts are whole, and have been for longer than the pace at which they are put away: the next ones are amid their bytes. */
async function partsAreHere(count: number): Promise<void> {
  await until(async () => {
    const running = gets().filter(({ endedBy }) => endedBy === 'open');
    const isAmid = running.every(({ bytesSent }) => bytesSent > 2.5 * RATE && bytesSent < PART - MIB);
    return whole().length >= count && running.length > 0 && isAmid;
  }, `${count} parts and a bit`);
  moments.push({ whole: whole(), requests: gets().length });
}

const INTERRUPTIONS: Readonly<Record<string, (run: Longhaul) => Promise<void>>> = {
  'the extension is reloaded': run => run.reload(),
  'an update is taken over by the next start': async run => {
    await run.quit();
    await run.offerUpdate(NEWER);
    await run.open();
    const { profile, extensionId } = run.chromium;
    const versions = join(profile, 'Default', 'Extensions', extensionId);
    await until(async () => readdirSync(versions).some(name => name.startsWith(NEWER)), 'the newer version');
    await partsAreHere(4);
    // The old one was at work, and so the browser has held the new one back.
    assert.notEqual(await run.version(), NEWER);
    await run.quit();
    await run.open();
    assert.equal(await run.version(), NEWER);
  },
};

for (const [what, interrupt] of Object.entries(INTERRUPTIONS)) {
  test(`packed: ${what} amid a file in parts, and none that was whole is asked for again`, wherePossible, async () => {
    assert.ok(origin !== null && longhaul !== null);
    const run = longhaul;
    await run.enqueue({ url: origin.url(PATH, { size: SIZE, rate: RATE }) });
    await partsAreHere(2);
    await interrupt(run);

    // Nothing but the browser's own events brings it back.
    await until(async () => filesIn(run).includes('big.bin'), 'the file', 90);
    const [item] = await run.ended();
    assert.ok(item);
    assertArrived(run, item, { path: PATH, size: SIZE });
    const words = gets().map(wordsOf);
    for (const moment of moments) {
      const again = words.slice(moment.requests).filter(request => moment.whole.includes(request));
      assert.deepEqual(again, [], `asked again:\n${again.join('\n')}\nof\n${words.join('\n')}\n${tellOf(item)}`);
    }
    assert.deepEqual([...new Set(words)].sort(), partsAsked(0, COUNT).sort());
    await assertNothingLeft(run);
  });
}
