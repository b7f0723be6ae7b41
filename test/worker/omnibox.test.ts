import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOmnibox } from '../../src/worker/omnibox.ts';
import { World } from '../fakes/world.ts';

/** The address bar over a queue in memory, and what it opened. */
function omniboxOn() {
  const world = new World();
  const { ports, keeper } = world.worker();
  const opened: string[] = [];
  const omnibox = createOmnibox(
    ports,
    {
      openQueue: async shown => void opened.push(`manager ${JSON.stringify(shown ?? null)}`),
      openAddBox: async text => void opened.push(`box ${text}`),
      tell: async () => undefined,
    },
    keeper,
  );
  return { world, omnibox, opened };
}

test('words search the manager; nothing shows all of it', async () => {
  const { omnibox, opened } = omniboxOn();
  await omnibox.enter(' river survey ');
  await omnibox.enter('');
  assert.deepEqual(opened, ['manager {"q":"river survey"}', 'manager null']);
});

test('a line of a download that is not done shows it; one that is gone meanwhile is searched for', async () => {
  const { world, omnibox, opened } = omniboxOn();
  await omnibox.enter('https://files.test/film.bin');
  const [item] = world.browser.store.all();
  await omnibox.enter('? https://files.test/film.bin');
  await omnibox.enter('? https://files.test/gone.bin');
  assert.deepEqual(opened, [`manager {"item":"${item?.id}"}`, 'manager {"q":"https://files.test/gone.bin"}']);
});

test('more links than are sent at once stand in the box', async () => {
  const { world, omnibox, opened } = omniboxOn();
  await omnibox.enter('https://files.test/[1:1001].bin');
  assert.deepEqual(opened, ['box https://files.test/[1:1001].bin']);
  assert.deepEqual(world.browser.store.all(), []);
});
