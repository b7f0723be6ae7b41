import { isGranted } from '../core/links/origin-patterns.ts';
import type { Terms } from '../core/queue/event.ts';
import { isFlapping } from '../core/queue/flapping.ts';
import { type QueueItem } from '../core/queue/item.ts';
import { lanesTaken } from '../core/queue/gather.ts';
import type { Ports } from './ports.ts';

/** What the next states depend on beyond the items and what happened to them. `group`: that of the item they are for. */
export async function termsNow(ports: Ports, live: readonly QueueItem[], group: string | null = null): Promise<Terms> {
  const [{ attempts, conflict }, grants, { isOnline, awayAt }, rules] = await Promise.all([
    ports.settings.read(),
    ports.grants(),
    ports.network(),
    ports.rules.read(),
  ]);
  const now = ports.now();
  return {
    now,
    attempts,
    random: ports.random,
    isGranted: url => isGranted(url, grants),
    isOnline,
    isFlapping: isFlapping(isOnline, awayAt, now),
    fetchesUnderWay: lanesTaken(live, group),
    conflict,
    hasRules: rules.length > 0,
  };
}

/** What the gates depend on that changes of items shut. */
export async function gateTerms(ports: Ports): Promise<{ now: number; delay: number; random: () => number }> {
  const { hostDelay } = await ports.settings.read();
  return { now: ports.now(), delay: hostDelay * 1_000, random: ports.random };
}
