import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForeignDownload } from '../../src/core/take-over/foreign-download.ts';
import { type Faults, World } from '../fakes/world.ts';
import { click } from './take-over-click.ts';
import { assertIdle } from './whole.ts';

const FILE = 'https://a.granted.test/big.bin';

interface Run {
  readonly name: string;
  /** Where the file is at rest when nothing goes wrong. */
  readonly at: 'ours' | 'browser';
  readonly url?: string;
  readonly made?: Partial<ForeignDownload>;
  /** What happens meanwhile. */
  readonly meanwhile?: (world: World, download: ForeignDownload) => void | Promise<'left' | 'held'>;
  /** A browser that starts anew has no alarm yet: a worker that dies over its very first look leaves it so. */
  readonly startsAnew?: boolean;
}

const RUNS: readonly Run[] = [
  { name: 'a file that the server gives again', at: 'ours', url: `${FILE}?takes=5` },
  {
    name: 'one that is here in no time',
    at: 'browser',
    url: FILE,
    meanwhile: (w, { id }) => w.browser.takeOvers.downloads.complete(id),
  },
  { name: 'what answered a form', at: 'browser', url: `${FILE}?takes=5`, made: { total: 5_000_000 } },
  { name: 'a link that is good for one time only', at: 'browser', url: `${FILE}?takes=5&404=100` },
  { name: 'a server that never answers again', at: 'browser', url: `${FILE}?takes=5&hang=100` },
  {
    name: 'one that is completed while it is cancelled',
    at: 'browser',
    url: `${FILE}?takes=5`,
    meanwhile: ({ browser }) => void (browser.takeOvers.downloads.atCancel = 'complete'),
  },
  {
    name: 'a browser that crashes',
    at: 'ours',
    url: `${FILE}?takes=5&hang=1`,
    meanwhile: w => restart(w, 'crash'),
    startsAnew: true,
  },
  {
    name: 'a browser that is closed',
    at: 'ours',
    url: `${FILE}?takes=5&hang=1`,
    meanwhile: w => restart(w, 'close'),
    startsAnew: true,
  },
];

interface Played {
  readonly world: World;
  readonly isLeft: boolean;
}

/** What the worker has not begun to take from a browser that ends is lost with it, as it would be without us. */
async function restart(world: World, how: 'crash' | 'close'): Promise<'left' | 'held'> {
  await world.settle();
  const isHeld = world.browser.takeOvers.journal.length + world.browser.store.all().length > 0;
  world.restart(how);
  return isHeld ? 'held' : 'left';
}

async function play({ url = FILE, made = {}, meanwhile }: Run, faults: Faults): Promise<Played> {
  const world = new World(faults);
  const { settings } = world.browser;
  world.browser.settings = { ...settings, takeOver: { sites: ['granted.test'], types: [], leastSize: 1 } };
  const download = click(world, url, made);
  const isLeft = (await meanwhile?.(world, download)) === 'left';
  await world.runToRest();
  return { world, isLeft };
}

/** One of both has brought the file, and neither is at work still. */
function assertOnce({ world, isLeft }: Played, where: string): void {
  const { downloads, store, takeOvers } = world.browser;
  const foreign = takeOvers.downloads;
  const arrived = foreign.files.length + downloads.files.length;
  assert.equal(
    arrived,
    isLeft ? 0 : 1,
    `${where} ${foreign.files.length} by the browser, ${downloads.files.length} by us`,
  );
  assert.deepEqual(
    store.all().map(({ status }) => status),
    downloads.files.map(() => 'done'),
    where,
  );
  assert.deepEqual(takeOvers.journal, [], `${where} a take-over is not over`);
  for (const { seen } of foreign.entries.values()) assert.notEqual(seen.state, 'in_progress', where);
  if (isLeft) assert.equal(foreign.entries.size, 1, `${where} it is not in the browser's list any more`);
  assertIdle(world, where);
  assert.equal(takeOvers.wakeAt, null, `${where} an alarm is left`);
}

for (const run of RUNS) {
  test(`a worker that dies at any await leaves the file with one of both: ${run.name}`, async t => {
    const whole = await play(run, {});
    assertOnce(whole, 'without a death:');
    assert.equal(whole.isLeft, false, 'the browser ended before the take-over had begun');
    assert.equal(whole.world.browser.takeOvers.downloads.files.length === 1 ? 'browser' : 'ours', run.at);
    for (let death = 1; death <= whole.world.points; death += 1) {
      const played = await play(run, { deaths: [death] });
      assertOnce(played, `death ${death}:`);
      if (run.startsAnew !== true)
        assert.equal(played.world.rescues, 0, `death ${death}: nobody would have woken the worker`);
    }
    t.diagnostic(`${whole.world.points} points of death`);
  });

  test(`any call that fails once leaves the file with one of both: ${run.name}`, async t => {
    t.mock.method(console, 'error', () => undefined);
    const { points } = (await play(run, {})).world;
    let thrown = 0;
    for (let point = 1; point <= points; point += 1) {
      const played = await play(run, { throws: [point] });
      const { world } = played;
      if (world.thrown === 0) continue;
      thrown += 1;
      world.kill();
      world.worker();
      await world.runToRest();
      assertOnce(played, `fault ${point}:`);
    }
    assert.ok(thrown > 15, `only ${thrown} calls failed`);
  });
}

test('two deaths in one take-over are survived like one', async () => {
  const [run] = RUNS;
  assert.ok(run !== undefined);
  for (let first = 3; first < 70; first += 4)
    for (let second = first + 2; second < first + 50; second += 5)
      assertOnce(await play(run, { deaths: [first, second] }), `deaths ${first} and ${second}:`);
});
