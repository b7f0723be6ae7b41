import { lookAt } from '../carriers/carrier.ts';
import { percentTogether } from '../core/badge.ts';
import type { QueueItem } from '../core/queue/item.ts';
import { isNamedByUs } from '../core/queue/item-jobs.ts';
import { UNDO_TIME } from '../core/queue/removal.ts';
import { isUnsure, nextWake } from '../core/queue/schedule.ts';
import type { Ports } from './ports.ts';

/**
 * What stands around the queue: the alarm, the badge, whether names are listened for. All follow from what is on disk. Answers when the alarm is
 * set for (ms since the epoch), or null.
 */
export async function settle(ports: Ports, live: readonly QueueItem[]): Promise<number | null> {
  const now = ports.now();
  const [outlook, settings, { isOnline }] = await Promise.all([
    ports.items.outlook(),
    ports.settings.read(),
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
  ports.listenForNames(live.some(isNamedByUs));
  // Nothing waits for the badge.
  const percent = (): Promise<number | null> => percentOf(ports, live);
  void ports.showBadge({ counts, figure: settings.badge, percent }).catch(ports.complain);
  const wakeAt = nextWake(pending, settings, { now, zone: ports.zone(), isOnline });
  await ports.setWake(wakeAt);
  return wakeAt;
}

/** How much of what runs is here. What is being started has no bytes yet, what is being saved has them all. */
async function percentOf({ carriers }: Ports, live: readonly QueueItem[]): Promise<number | null> {
  const running = live.filter(item => item.status === 'running');
  const seen = await Promise.all(running.map(item => lookAt(carriers, item)));
  return percentTogether(
    seen.map((progress, index) => progress ?? { bytes: 0, total: running[index]?.plan.total ?? null }),
  );
}
