import assert from 'node:assert/strict';
import type { World } from '../fakes/world.ts';

/** Every item is done, each file lies there once, and nothing of the browser is left at work. */
export function assertWhole(world: World, expected: number, where = ''): void {
  const { store, downloads } = world.browser;
  const items = store.all();
  assert.equal(items.length, expected, where);
  assert.deepEqual(
    items.map(({ status }) => status),
    items.map(() => 'done'),
    where,
  );
  assert.equal(downloads.files.length, expected, `${where} files: ${downloads.files.map(({ url }) => url).join(', ')}`);
  assertIdle(world, where);
}

/** The browser works for nobody, and nobody is to be woken. What the user paused may stand. */
export function assertIdle({ browser }: World, where = ''): void {
  const { fetches, downloads, objectUrls } = browser;
  assert.deepEqual([...fetches.registrations.keys()], [], `${where} registrations are left`);
  assert.deepEqual(downloads.running, [], `${where} downloads are left`);
  assert.deepEqual([...objectUrls.keys()], [], `${where} object URLs are left`);
  assert.equal(browser.wakeAt, null, `${where} an alarm is left`);
  assert.equal(browser.isListening, false, `${where} names are listened for`);
}

/** Parts that were put away over a death, unknown to their item, are removed by the next life at the latest. */
export async function assertNoPartsLeft(world: World, where = ''): Promise<void> {
  world.kill();
  world.worker();
  await world.settle();
  assert.deepEqual([...world.browser.parts.keys()], [], `${where} parts are left`);
}
