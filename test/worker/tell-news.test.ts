import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeClicked } from '../../src/worker/notice-clicks.ts';
import { World, type Faults } from '../fakes/world.ts';

const LINKS = [
  { url: 'https://elsewhere.test/one.bin?tiny=1', group: 'Two files' },
  { url: 'https://elsewhere.test/two.bin?tiny=1', group: 'Two files' },
  { url: 'https://elsewhere.test/gone.bin?404=1' },
  { url: 'https://elsewhere.test/alone.bin?tiny=1' },
];

/** Fetches these links to the end, where notifications are allowed. */
async function worldAfter(links: readonly { url: string; group?: string }[], faults: Faults = {}): Promise<World> {
  const world = new World(faults);
  world.browser.notices.isAllowed = true;
  await world.insist('enqueue', { links });
  await world.runToRest();
  return world;
}

/** What was shown, by what it is about. */
function shown(world: World): string[] {
  return world.browser.notices.shown.map(({ id }) => id.split(' ')[0] ?? '').toSorted();
}

test('a group, a failure and the end of all are told of, each once', async () => {
  assert.deepEqual(shown(await worldAfter(LINKS)), ['failure', 'group', 'queue']);
});

test('nothing is told where notifications are not allowed, nor long after', async () => {
  const world = new World();
  await world.insist('enqueue', { links: LINKS });
  await world.runToRest();
  assert.equal(world.browser.notices.marks, null);
  await world.elapse(600_000);
  world.browser.notices.isAllowed = true;
  world.restart('close');
  await world.runToRest();
  assert.deepEqual(shown(world), []);
});

test('nothing is told twice, whatever ends: the worker, the browser', async () => {
  const world = await worldAfter(LINKS);
  for (const how of ['reload', 'close', 'crash'] as const) {
    world.kill();
    world.worker();
    await world.runToRest();
    world.restart(how);
    await world.runToRest();
  }
  assert.deepEqual(shown(world), ['failure', 'group', 'queue']);
});

test('a worker that dies at any await tells nothing twice; unless it dies over the telling itself, it tells all', async () => {
  const { points } = await worldAfter(LINKS);
  let unsaid = 0;
  for (let death = 1; death <= points; death += 1) {
    const world = await worldAfter(LINKS, { deaths: [death] });
    const told = world.browser.notices.shown.map(({ id }) => id);
    assert.equal(new Set(told).size, told.length, `death ${death}: ${told.join(' ')}`);
    if (told.length < 3) unsaid += 1;
  }
  assert.ok(points > 100 && unsaid < points / 10, `${unsaid} of ${points} deaths left something unsaid`);
});

test('a click is answered by a worker that knows nothing but the id', async () => {
  const world = await worldAfter(LINKS);
  const ids = new Map(world.browser.notices.shown.map(({ id }) => [id.split(' ')[0] ?? '', id]));
  const did: string[] = [];
  const outside = {
    openQueue: async (shown?: { readonly item: string }) => void did.push(`open ${shown?.item ?? 'all'}`),
    allowSite: async (host: string) => did.push(`ask ${host}`) > 0,
    clear: async (id: string) => void did.push(`clear ${id.split(' ')[0]}`),
  };
  const click = async (about: string, button: number | null): Promise<string[]> => {
    world.kill();
    const { ports, keeper } = world.worker();
    await noticeClicked(ports, outside, keeper, ids.get(about) ?? about, button);
    return did.splice(0);
  };
  const [item, group] = [ids.get('failure')?.split(' ')[1], ids.get('group')?.split(' ')[1]];
  assert.deepEqual(await click('failure', null), ['clear failure', `open ${item}`]);
  assert.deepEqual(await click('group', null), ['clear group', `open ${group}`]);
  assert.deepEqual(await click('queue', 1), ['clear queue', 'open all']);
  assert.deepEqual(await click('of an older version', 0), ['clear of', 'open all']);
  // The folder is shown by the browser itself.
  assert.deepEqual(await click('group', 0), ['clear group']);
  assert.deepEqual(await click('failure', 0), ['clear failure']);
  assert.notEqual(world.browser.store.all().find(({ id }) => id === item)?.status, 'failed');
  assert.deepEqual((await click(`failure ${item} files.test`, 0)).slice(0, 2), ['ask files.test', 'clear failure']);
});
