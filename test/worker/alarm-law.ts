import assert from 'node:assert/strict';
import { siteOf } from '../../src/core/links/site.ts';
import { isNeeding } from '../../src/core/queue/access.ts';
import { isLive } from '../../src/core/queue/item.ts';
import { UNDO_TIME } from '../../src/core/queue/removal.ts';
import { createChooser, isUnsure, standstillOf } from '../../src/core/queue/schedule.ts';
import { isShut } from '../../src/core/queue/site-gate.ts';
import { nextTurn } from '../../src/core/queue/time-window.ts';
import type { World } from '../fakes/world.ts';

/** No wait without a wake, and no wake for nothing: whatever goes on by itself later has an alarm that comes in time. */
export function assertAlarm({ browser }: World): void {
  const { wakeAt, clock } = browser;
  const reasons = reasonsToWake(browser);
  for (const [why, at] of reasons) {
    assert.ok(wakeAt !== null, `no alarm for: ${why}`);
    assert.ok(wakeAt <= Math.max(at, clock.now), `the alarm comes ${(wakeAt - at) / 1000} s late for: ${why}`);
  }
  if (reasons.length === 0) assert.equal(wakeAt, null, 'an alarm for nothing');
}

function reasonsToWake({ store, settings, clock, isOnline }: World['browser']): readonly [string, number][] {
  const { now } = clock;
  const items = store.all();
  const live = items.filter(isLive);
  const waiting = items.filter(item => item.status === 'waiting');
  const timed = waiting.filter(item => !isNeeding(item));
  const queued = items.filter(item => item.status === 'queued');
  const standstill = standstillOf(settings, { now, zone: 'UTC', isOnline });
  const isOpen = standstill === null || standstill === 'offline';
  const reasons: [string, number][] = [];
  if (live.length > 0) reasons.push(['a look at what runs', now + 60_000]);
  if (live.some(isUnsure)) reasons.push(['what the browser has not confirmed', now + 30_000]);
  if (isOpen) for (const { id, dueAt } of timed) reasons.push([`the next attempt of ${id}`, dueAt]);
  const gates = store.gates().filter(gate => isShut(gate, now));
  for (const { site, until } of isOpen ? gates : [])
    if (queued.some(({ url }) => siteOf(url) === site)) reasons.push([`the gate of ${site}`, until]);
  const turn = nextTurn(settings.windows, now, 'UTC');
  const hasWork = live.length + queued.length + waiting.length > 0;
  if (turn !== null && hasWork && standstill !== 'held') reasons.push(['the next turn of the windows', turn]);
  for (const at of store.removals()) reasons.push(['what can be undone no longer', at + UNDO_TIME]);
  const chooser = createChooser(live, gates, settings, now);
  const hasRoom = queued.some(item => !chooser.isFull() && chooser.offer(item) === 'taken');
  if (hasRoom && standstill === null) reasons.push(['an item that could start now', now]);
  if (hasRoom && standstill === 'offline') reasons.push(['the network', now + 60_000]);
  return reasons;
}
