import { FETCH_LANE, insistsOnFetch } from '../carriers/eligibility.ts';
import { siteOf } from '../links/site.ts';
import type { Settings } from '../settings.ts';
import { WITH_ACCESS } from './access.ts';
import { type QueueItem } from './item.ts';
import { lanesTaken } from './gather.ts';
import { GRACE } from './reconcile.ts';
import { isShut, type SiteGate } from './site-gate.ts';
import { isOpenAt, nextTurn } from './time-window.ts';

/** HTTP/1.1 lets a browser have six connections to a host (Chromium 156): one is left to the user's own tabs. */
export const CONNECTIONS_PER_HOST = 5;

/** While the browser works for us it is looked at once a minute: its events come at most once (Chromium 156). */
const LOOK_AGAIN = 60_000;

/** What holds every start, or null. `held` and `closed` also end what runs. */
export type Standstill = 'held' | 'closed' | 'offline';

/** What decides it, beyond the items. */
export interface Moment {
  /** ms since the epoch. */
  readonly now: number;
  /** IANA name of the user's time zone. */
  readonly zone: string;
  readonly isOnline: boolean;
}

export function standstillOf({ hold, windows }: Settings, { now, zone, isOnline }: Moment): Standstill | null {
  if (hold) return 'held';
  if (!isOpenAt(windows, now, zone)) return 'closed';
  return isOnline ? null : 'offline';
}

/** Says of queued items, offered in their turn, which may start. It counts what it has taken. */
export interface Chooser {
  /** All places are taken: nothing more needs to be offered. */
  isFull(): boolean;
  /** `passed`: not this one now. `site-full`: none of its site now. */
  offer(item: QueueItem): 'taken' | 'passed' | 'site-full';
}

/**
 * Live items (starting, running, saving) hold the places of the global limit; those that talk to a server (all but the
 * saving ones) also hold a place of their site and of their host. A site that is full or shut is passed over, so that
 * a slow one never keeps the items of others waiting.
 */
export function createChooser(
  live: readonly QueueItem[],
  gates: readonly SiteGate[],
  { limit, hostLimit, hostDelay }: Pick<Settings, 'limit' | 'hostLimit' | 'hostDelay'>,
  now: number,
): Chooser {
  const talking = live.filter(({ status }) => status !== 'saving');
  const bySite = countBy(talking, siteOf);
  const byHost = countBy(talking, hostOf);
  const shut = new Set(gates.filter(gate => isShut(gate, now)).map(({ site }) => site));
  let lane = lanesTaken(live) + live.filter(isBoundForLane).length;
  let places = limit - live.length;
  return {
    isFull: () => places <= 0,
    offer(item) {
      const site = siteOf(item.url);
      const host = hostOf(item.url);
      if (shut.has(site) || (bySite.get(site) ?? 0) >= hostLimit) return 'site-full';
      if ((byHost.get(host) ?? 0) >= CONNECTIONS_PER_HOST) return 'passed';
      const insists = insistsOnFetch(item);
      if (places <= 0 || (insists && lane >= FETCH_LANE)) return 'passed';
      places -= 1;
      if (insists) lane += 1;
      bySite.set(site, (bySite.get(site) ?? 0) + 1);
      byHost.set(host, (byHost.get(host) ?? 0) + 1);
      if (hostDelay > 0) shut.add(site);
      return 'taken';
    },
  };
}

/** It is still asked about beforehand, and will insist on a place in the lane. */
function isBoundForLane(item: QueueItem): boolean {
  return item.status === 'starting' && item.step === 'probing' && insistsOnFetch(item);
}

function countBy(items: readonly QueueItem[], keyOf: (url: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of items) counts.set(keyOf(url), (counts.get(keyOf(url)) ?? 0) + 1);
  return counts;
}

function hostOf(url: string): string {
  return new URL(url).host;
}

/** Whether the browser has been asked for something and has not confirmed it yet, or has stopped to. */
export function isUnsure(item: QueueItem): boolean {
  if (item.status === 'running') return item.carrier === 'background-fetch' && item.missingSince !== null;
  return item.status === 'starting' || (item.status === 'saving' && item.step !== 'writing');
}

export interface Pending {
  readonly live: number;
  /** Those of the live that `isUnsure`. */
  readonly unsure: number;
  readonly queued: number;
  readonly waiting: number;
  /** The earliest `dueAt` of the waiting items, `WITH_ACCESS` among them; null when none waits. ms since the epoch. */
  readonly nextDueAt: number | null;
  /** Gates of sites that have queued items. */
  readonly gates: readonly SiteGate[];
  /** When the oldest removal can no longer be undone; null when there is none. */
  readonly undoEndsAt: number | null;
}

/** When the worker must be woken next (ms since the epoch), or null: nothing to do needs no alarm. */
export function nextWake(pending: Pending, settings: Settings, moment: Moment): number | null {
  const { live, unsure, queued, waiting, nextDueAt, gates, undoEndsAt } = pending;
  const { now, zone } = moment;
  const standstill = standstillOf(settings, moment);
  const canStart = standstill === null || standstill === 'offline';
  const hasWork = live + queued + waiting > 0;
  const needsLook = live > 0 || (queued > 0 && standstill === 'offline');
  const candidates = [
    needsLook ? now + (unsure > 0 ? GRACE : LOOK_AGAIN) : null,
    canStart && nextDueAt !== WITH_ACCESS ? nextDueAt : null,
    ...(canStart ? gates.filter(gate => isShut(gate, now)).map(({ until }) => until) : []),
    hasWork && standstill !== 'held' ? nextTurn(settings.windows, now, zone) : null,
    undoEndsAt,
  ].filter(at => at !== null);
  return candidates.length === 0 ? null : Math.min(...candidates);
}
