import { clashOf } from '../../src/core/queue/pausing.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import type { Settings } from '../../src/core/settings.ts';
import { makeRule, NO_DECISION } from '../core/rules/make-rule.ts';
import { type Faults, World } from '../fakes/world.ts';

/** A use of the queue from the first message to rest, which can be repeated with a fault at any of its awaits. */
export interface Run {
  readonly name: string;
  readonly urls: readonly string[];
  /** A browser that starts anew has no alarm yet: a worker that dies over its very first look leaves it so. */
  readonly startsAnew?: boolean;
  /** The title under which they are sent together. */
  readonly group?: string;
  /** What the user has set before. */
  readonly settings?: Partial<Settings>;
  readonly rules?: readonly Rule[];
  /** What the user does once the links have been sent. */
  readonly act?: (world: World) => Promise<void>;
}

const FETCHED = 'https://a.granted.test/big.bin';
const DOWNLOADED = 'https://elsewhere.test/file.bin';
const TINY = 'https://elsewhere.test/file.bin?tiny=1';
const IN_PARTS = `${FETCHED}?parts=1&takes=40`;
const GROUP = [IN_PARTS, `${FETCHED}?poster`, `${FETCHED}?notes`];
const BOTH = [FETCHED, DOWNLOADED];

const OF_TYPE = makeRule(
  'type',
  { types: ['application/*'] },
  { then: { ...NO_DECISION, folder: 'by-type', conflict: 'skip' } },
);

export const RUNS: readonly Run[] = [
  { name: 'a Background Fetch', urls: [FETCHED] },
  { name: 'a browser download', urls: [DOWNLOADED] },
  { name: 'both carriers', urls: [FETCHED, DOWNLOADED, TINY] },
  { name: 'Retry-After', urls: [`${FETCHED}?429=1&after=30`, `${DOWNLOADED}?429=1`] },
  { name: 'an interruption half-way', urls: [`${FETCHED}?cut=1`, `${DOWNLOADED}?cut=1`] },
  { name: 'an empty success, one that nobody tells of, one told twice', urls: [`${FETCHED}?empty=1&vanish=1&twice=1`] },
  { name: 'pause and resume', urls: BOTH, act: pauseAndResume },
  { name: 'remove and undo', urls: BOTH, act: removeAndUndo },
  { name: 'hold', urls: BOTH, act: hold },
  { name: 'rules that need to know the type', urls: [...BOTH, TINY], rules: [OF_TYPE] },
  {
    name: 'a name that is taken, and the user is asked',
    urls: [DOWNLOADED, `${DOWNLOADED}?second`],
    settings: { conflict: 'ask', limit: 1 },
    act: keepBoth,
  },
  {
    name: 'a fetched file whose name is taken, and the user is asked',
    urls: [FETCHED, `${FETCHED}?second`],
    settings: { conflict: 'ask', limit: 1 },
    act: keepBoth,
  },
  { name: 'parts', urls: [IN_PARTS] },
  { name: 'parts that break off twice', urls: [`${IN_PARTS}&cut=2`] },
  { name: 'a whole file for each part, and parts of two versions', urls: [`${IN_PARTS}&whole=1&changed=1`] },
  { name: 'a pause amid parts', urls: [IN_PARTS], act: pauseAmidParts },
  { name: 'access that is taken back amid parts and given again', urls: [IN_PARTS], act: revokeAmidParts },
  {
    name: 'access that is taken back at once, and given again',
    urls: [IN_PARTS, FETCHED, DOWNLOADED],
    act: revokeAtOnce,
  },
  { name: 'a user who goes on without access', urls: [IN_PARTS], act: goWithout },
  { name: 'access that is taken back amid a group', urls: GROUP, group: 'Podcast', act: revokeAmidParts },
  { name: 'a group', urls: GROUP, group: 'Podcast' },
  { name: 'a group that is paused', urls: GROUP, group: 'Podcast', act: pauseAmidParts },
  {
    name: 'a group of which some fail at first',
    urls: [IN_PARTS, `${FETCHED}?429=2`, `${FETCHED}?cut=1`],
    group: 'Podcast',
  },
  {
    name: 'a browser that is closed amid a group',
    urls: GROUP,
    group: 'Podcast',
    act: world => restartAmidParts(world, 'close'),
    startsAnew: true,
  },
  {
    name: 'a browser that is closed amid parts',
    urls: [IN_PARTS],
    act: world => restartAmidParts(world, 'close'),
    startsAnew: true,
  },
  {
    name: 'a browser that crashes amid parts',
    urls: [IN_PARTS],
    act: world => restartAmidParts(world, 'crash'),
    startsAnew: true,
  },
];

/** Long runs are played with a fault at every few of their awaits: each takes as long as it is. */
export function strideOf(points: number): number {
  return points < 550 ? 1 : 5;
}

/** Plays a run to its end, with a fault on the way. */
export async function play(run: Run, faults: Faults): Promise<World> {
  const world = new World(faults);
  world.browser.settings = { ...world.browser.settings, ...run.settings };
  world.browser.rules = run.rules ?? [];
  await start(world, run);
  await world.runToRest();
  return world;
}

async function start(world: World, { urls, group, act }: Run): Promise<void> {
  await world.insist('enqueue', { links: urls.map(url => (group === undefined ? { url } : { url, group })) });
  await act?.(world);
}

async function pauseAndResume(world: World): Promise<void> {
  await each(world, 'pause');
  await world.insist('settings', { set: { limit: 3 } });
  await each(world, 'resume');
  answerOne(world);
  await each(world, 'pause');
  await each(world, 'resume');
}

async function pauseAmidParts(world: World): Promise<void> {
  await world.elapse(25_000);
  await each(world, 'pause');
  await each(world, 'resume');
}

/** The user takes all hosts back, or gives them again: either wakes the worker, and the page where it is done looks. */
async function setGrants(world: World, isGiven: boolean): Promise<void> {
  world.browser.setGrants(isGiven);
  void world.worker().keeper.wake();
  await world.settle();
  world.worker();
}

async function revokeAmidParts(world: World): Promise<void> {
  await world.elapse(25_000);
  await setGrants(world, false);
  await world.elapse(90_000);
  await setGrants(world, true);
}

async function revokeAtOnce(world: World): Promise<void> {
  await setGrants(world, false);
  await setGrants(world, true);
  await world.elapse(10_000);
  await setGrants(world, false);
  await world.runToRest();
  await setGrants(world, true);
}

async function goWithout(world: World): Promise<void> {
  await world.elapse(25_000);
  await setGrants(world, false);
  await world.runToRest();
  await each(world, 'go-without');
}

async function restartAmidParts(world: World, how: 'close' | 'crash'): Promise<void> {
  await world.elapse(25_000);
  world.restart(how);
}

async function removeAndUndo(world: World): Promise<void> {
  answerOne(world);
  await each(world, 'remove');
  await world.insist('undo');
}

async function hold(world: World): Promise<void> {
  answerOne(world);
  await world.insist('settings', { set: { hold: true } });
  await world.insist('settings', { set: { hold: false } });
}

async function keepBoth(world: World): Promise<void> {
  await world.runToRest();
  const asking = world.browser.store.all().filter(item => clashOf(item) !== null);
  const ids = asking.map(({ id }) => id);
  if (ids.length > 0) await world.insist('control', { ids, action: 'settle', conflict: 'rename' });
}

/** The server of a browser download has answered: there is something to be held. */
function answerOne(world: World): void {
  world.browser.downloads.finishOne();
}

async function each(world: World, action: 'pause' | 'resume' | 'remove' | 'go-without'): Promise<void> {
  await world.insist('control', { ids: world.browser.store.all().map(({ id }) => id), action });
}
