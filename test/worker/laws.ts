import assert from 'node:assert/strict';
import { siteOf } from '../../src/core/links/site.ts';
import { isLive, type QueueItem } from '../../src/core/queue/item.ts';
import { standstillOf } from '../../src/core/queue/schedule.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { World } from '../fakes/world.ts';
import { assertAlarm } from './alarm-law.ts';
import { Arrivals } from './arrivals.ts';
import { assertOwned } from './ownership.ts';
import type { Taken } from './take-step.ts';

/** At most so many Background Fetches of ours may stand at a time. */
const LANE = 2;

/** What must be true of the queue after every step, whatever has happened before. */
export class Laws {
  readonly arrivals = new Arrivals();
  private readonly known = new Set<string>();
  private readonly removed = new Set<string>();
  /** Items of which the order says nothing any more: the user has touched them. */
  private readonly touched = new Set<string>();
  private before = new Map<string, QueueItem>();
  private settings: Settings;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.settings = world.browser.settings;
  }

  check(taken: Taken): void {
    const items = this.world.browser.store.all();
    this.arrivals.note(taken, items);
    for (const { id } of taken.named) this.touched.add(id);
    this.nothingIsLost(taken, items);
    if (this.world.isAlive) {
      this.limitsAreKept(items);
      this.orderIsKept(items);
      this.pausedStaysPaused(taken, items);
      this.standstillHolds(items);
      assertOwned(this.world);
      assertAlarm(this.world);
      this.arrivals.check(this.world);
    }
    this.before = new Map(items.map(item => [item.id, item]));
    this.settings = this.world.browser.settings;
  }

  private nothingIsLost({ step, named }: Taken, items: readonly QueueItem[]): void {
    const there = new Set(items.map(({ id }) => id));
    if (step.do === 'clear-finished' || (step.do === 'control' && step.action === 'remove'))
      for (const { id } of named) this.removed.add(id);
    for (const id of this.known) assert.ok(there.has(id) || this.removed.has(id), `${id} is lost`);
    for (const id of there) {
      this.known.add(id);
      if (step.do === 'undo') this.removed.delete(id);
    }
  }

  /** Where there is more than the limit allows, the limit was lowered, and nothing has begun since. */
  private limitsAreKept(items: readonly QueueItem[]): void {
    const { settings } = this.world.browser;
    // What began in the same step as the limit was lowered began before.
    const limit = Math.max(settings.limit, this.settings.limit);
    const hostLimit = Math.max(settings.hostLimit, this.settings.hostLimit);
    const live = items.filter(isLive);
    if (live.length > limit) this.assertNoneBegan(live, `limit ${limit}`);
    const talking = live.filter(({ status }) => status !== 'saving');
    for (const site of new Set(talking.map(({ url }) => siteOf(url)))) {
      const own = talking.filter(({ url }) => siteOf(url) === site);
      if (own.length > hostLimit) this.assertNoneBegan(own, `hostLimit ${hostLimit} of ${site}`);
    }
    const lane = this.world.browser.fetches.registrations.size;
    assert.ok(lane <= LANE, `${lane} Background Fetches at a time`);
  }

  private assertNoneBegan(items: readonly QueueItem[], limit: string): void {
    for (const item of items) {
      const before = this.before.get(item.id);
      assert.ok(before !== undefined && isLive(before), `${item.id} began beyond ${limit}`);
    }
  }

  /** Of one site and one priority, what the user has never touched starts for the first time in order. */
  private orderIsKept(items: readonly QueueItem[]): void {
    const waitingSince = new Map<string, QueueItem>();
    for (const item of items) {
      const key = `${siteOf(item.url)} ${item.priority}`;
      if (this.touched.has(item.id) || item.wish !== null) continue;
      if (item.attempt === 0 && item.status === 'queued') {
        if (!waitingSince.has(key)) waitingSince.set(key, item);
      } else if (this.before.get(item.id)?.attempt === 0 && item.attempt > 0) {
        const passed = waitingSince.get(key);
        assert.equal(passed, undefined, `${item.id} started before ${passed?.id}`);
      }
    }
  }

  private pausedStaysPaused({ step, named, call }: Taken, items: readonly QueueItem[]): void {
    if (step.do === 'undo' || call?.state === 'failed') return;
    const free = new Set(named.map(({ id }) => id));
    for (const item of items)
      if (this.before.get(item.id)?.status === 'paused' && !free.has(item.id))
        assert.equal(item.status, 'paused', `${item.id} went on without a word of the user`);
  }

  private standstillHolds(items: readonly QueueItem[]): void {
    const { settings, clock, isOnline } = this.world.browser;
    const standstill = standstillOf(settings, { now: clock.now, zone: 'UTC', isOnline });
    if (standstill !== 'held' && standstill !== 'closed') return;
    for (const item of items)
      assert.ok(
        !isLive(item) || item.status === 'saving',
        `${item.id} is ${item.status} although all is ${standstill}`,
      );
  }
}
