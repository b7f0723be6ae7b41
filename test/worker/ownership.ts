import assert from 'node:assert/strict';
import { isLive } from '../../src/core/queue/item.ts';
import { downloadIdOf, fetchRegistration, objectUrlOf } from '../../src/core/queue/item-jobs.ts';
import type { World } from '../fakes/world.ts';

/** The browser works for an item that wants it, once for each, and not for one that is paused. */
export function assertOwned({ browser }: World): void {
  const items = browser.store.all();
  const live = items.filter(isLive);
  const registrations = new Set(live.map(fetchRegistration));
  for (const id of browser.fetches.registrations.keys()) assert.ok(registrations.has(id), `fetch ${id} is of nobody`);
  const running = new Set(browser.downloads.running.map(({ id }) => id));
  for (const { id, url, state } of browser.downloads.facts) {
    if (state !== 'in_progress') continue;
    const owners = items.filter(item => downloadIdOf(item) === id || objectUrlOf(item) === url);
    const mayBeOf = live.some(item => item.status === 'starting' && item.step === 'asking' && item.url === url);
    assert.ok(owners.length === 1 || (owners.length === 0 && mayBeOf), `download ${id} is of ${owners.length} items`);
    for (const owner of owners)
      assert.ok(
        isLive(owner) || !running.has(id),
        `download ${id} of ${owner.id} runs, although that is ${owner.status}`,
      );
  }
}
