import assert from 'node:assert/strict';
import type { FailureCode } from '../../src/core/carriers/failure.ts';
import type { QueueItem } from '../../src/core/queue/item.ts';
import type { World } from '../fakes/world.ts';
import type { Laws } from './laws.ts';
import { assertOwned } from './ownership.ts';
import { assertIdle } from './whole.ts';

/** Nothing stands in the way any more: the queue comes to rest, and every item to where only the user can help. */
export async function assertRest(world: World, laws: Laws): Promise<void> {
  world.setOnline(true);
  world.browser.setGrants(true);
  const call = await world.insist('settings', { set: { hold: false, windows: [], hostDelay: 0 } });
  assert.equal(call.state, 'answered');
  await world.runToRest();
  // Blobs that a worker left behind when it died are released by a later one that has nothing else to do.
  world.kill();
  world.worker();
  await world.runToRest();
  laws.arrivals.check(world);
  const items = world.browser.store.all();
  for (const item of items) assertAtRest(item, items);
  assertOwned(world);
  assertIdle(world);
}

function assertAtRest(item: QueueItem, items: readonly QueueItem[]): void {
  const { id, status, url } = item;
  switch (status) {
    case 'done':
    case 'paused':
      return;
    case 'failed':
      if (!url.includes('?')) assert.ok(isOfBrowser(item.reason.code), `${id} has failed (${item.reason.code})`);
      return;
    case 'cancelled':
      if (item.by === 'browser') assert.ok(isEndedByUser(item, items), `${id} was cancelled by nobody`);
      return;
    default:
      assert.fail(`${id} is ${status} at rest`);
  }
}

/** The user has ended it in the browser's own list, or another of its group: they are one there. */
function isEndedByUser({ url, group }: QueueItem, items: readonly QueueItem[]): boolean {
  if (url.includes('cancel')) return true;
  return group !== null && items.some(other => other.group?.id === group.id && other.url.includes('cancel'));
}

/** What may befall a file with which nothing is wrong: these browsers take any time, and lose the network. */
function isOfBrowser(code: FailureCode): boolean {
  return code === 'stalled' || code === 'offline';
}
