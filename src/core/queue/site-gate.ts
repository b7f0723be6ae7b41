import { siteOf } from '../links/site.ts';
import { LONGEST_WAIT } from './retry.ts';
import { isKeeping } from './keeping.ts';
import type { QueueItem } from './item.ts';
import type { Change } from './change.ts';

/** Until when no item of a site may start: the server asked for it, or the user wants a delay between starts. */
export interface SiteGate {
  readonly site: string;
  /** ms since the epoch. */
  readonly until: number;
  readonly why: 'retry-after' | 'delay';
}

/** Whether the gate holds its site now. One beyond every possible wait is of a clock that was set back. */
export function isShut({ until }: SiteGate, now: number): boolean {
  return until > now && until <= now + LONGEST_WAIT;
}

/**
 * The gates that changes shut: a server that answers one item with `Retry-After` is left alone by all items of its
 * site, and after each start its site rests for `delay` (ms) and up to half of it more.
 */
export function gatesAfter(
  changes: readonly Change[],
  { now, delay, random }: { now: number; delay: number; random: () => number },
): readonly SiteGate[] {
  const gates = changes.flatMap(({ item, effects }): readonly SiteGate[] => {
    const asked = askedUntil(item, now);
    if (asked !== null) return [{ site: siteOf(item.url), until: asked, why: 'retry-after' }];
    const isStart = effects.some(effect => effect.do === 'probe' || effect.do === 'go-on' || effect.do === 'ask');
    if (delay === 0 || item.status === 'saving' || !isStart) return [];
    return [{ site: siteOf(item.url), until: now + Math.round(delay * (1 + random() / 2)), why: 'delay' }];
  });
  // Of several gates of one site the longest counts.
  const bySite = new Map(gates.toSorted((a, b) => a.until - b.until).map(gate => [gate.site, gate]));
  return [...bySite.values()];
}

/** Until when the server wants to be left alone, as it has told this item; null where it has not, or that is over. */
function askedUntil(item: QueueItem, now: number): number | null {
  const rest = isKeeping(item) ? item.afterwards : item;
  if (rest.status !== 'waiting' && rest.status !== 'failed') return null;
  if (rest.reason.retryAfter === null) return null;
  const until = rest.status === 'waiting' ? rest.dueAt : rest.endedAt + rest.reason.retryAfter;
  return until > now ? until : null;
}
