import { neededRules } from '../core/carriers/header-rules.ts';
import type { QueueItem } from '../core/queue/item.ts';
import { UNDO_TIME } from '../core/queue/removal.ts';
import { isUnsure, nextWake } from '../core/queue/schedule.ts';
import type { Ports } from './ports.ts';

/** What stands around the queue: header rules, the alarm, the badge. All of it follows from what is on disk. */
export async function settle(ports: Ports, live: readonly QueueItem[]): Promise<void> {
  const now = ports.now();
  const [outlook, settings, grants, { isOnline }] = await Promise.all([
    ports.items.outlook(),
    ports.settings.read(),
    ports.grants(),
    ports.network(),
  ]);
  const { counts, nextDueAt, gates, removedAt } = outlook;
  const pending = {
    live: live.length,
    unsure: live.filter(isUnsure).length,
    queued: counts.queued,
    waiting: counts.waiting,
    nextDueAt,
    gates,
    undoEndsAt: removedAt === null ? null : removedAt + UNDO_TIME,
  };
  // Nothing waits for the badge.
  void ports.showBadge(counts).catch(ports.complain);
  await Promise.all([
    ports.setHeaderRules(neededRules(live, grants)),
    ports.setWake(nextWake(pending, settings, { now, zone: ports.zone(), isOnline })),
  ]);
}
