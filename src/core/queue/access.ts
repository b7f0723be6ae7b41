import { insistsOnParts, wishOf } from '../carriers/eligibility.ts';
import { failure } from '../carriers/failure.ts';
import type { ProbeResult } from '../carriers/probe-result.ts';
import { atRest, type Change, change, unchanged } from './change.ts';
import { forgetting } from './effect.ts';
import type { Terms } from './event.ts';
import { isGathering } from './gather.ts';
import { type ItemIn, noted, type QueueItem } from './item.ts';
import { fetchPlanOf, isFetching, partsPlanOf } from './item-jobs.ts';
import type { FetchPlan } from './plan.ts';
import type { Verdict } from './reconcile.ts';

type IsGranted = Terms['isGranted'];
type Needing = ItemIn<'waiting'> & { readonly needs: string };

/** When an item is due that waits for access, ms since the epoch: so far off that each look finds it, and may let it go on. */
export const WITH_ACCESS = 8.64e15;

/** Whether the item waits for access to a host. */
export function isNeeding(item: QueueItem): item is Needing {
  return item.status === 'waiting' && 'needs' in item;
}

/** The host whose grant the item waits for, or null. */
export function neededHost(item: QueueItem): string | null {
  return isNeeding(item) ? new URL(item.needs).hostname : null;
}

/**
 * The URL without whose grant an item would lose what it has, or could not go as the user wishes; null: it may go on
 * without. `probe` tells where its redirects end; null before it.
 *
 * Parts can be joined only where answers are readable, and the browser's own download begins at 0; one that the browser
 * could not do was given to a fetch because of the access. A wish alone does not need any, for servers may allow CORS;
 * it does where the answers of this one have been read with access before.
 */
export function lackedUrl(item: QueueItem, probe: ProbeResult | null, isGranted: IsGranted): string | null {
  if (!dependsOnAccess(item)) return null;
  if (!isGranted(item.url)) return item.url;
  const finalUrl = probe === null ? null : closedUrl(item, probe);
  return finalUrl === null || isGranted(finalUrl) ? null : finalUrl;
}

/** Where the link leads, if our own requests need a grant to read it. An answer that could not be read names no URL. */
function closedUrl({ kept }: QueueItem, probe: ProbeResult): string | null {
  if (probe.kind === 'not-asked') return kept?.finalUrl ?? null;
  return probe.kind === 'answered' && !probe.isOpen ? probe.finalUrl : null;
}

function dependsOnAccess(item: QueueItem): boolean {
  if (item.refusedBy.includes('background-fetch')) return false;
  if (insistsOnParts(item) || item.refusedBy.includes('browser-download')) return true;
  return wishOf(item) === 'background-fetch' && item.log.some(({ what }) => what === 'probed');
}

/**
 * The live items whose fetch has lost a grant that its plan was made with. A request that is under way may come to its
 * end, and what goes in one request is left to that; later ones go out without our rules, in vain (Chromium 156).
 */
export function findRevoked(live: readonly QueueItem[], isGranted: IsGranted): readonly Verdict[] {
  return live.flatMap(item => {
    const hasMore = isGathering(item) || partsPlanOf(item) !== null;
    const url = hasMore ? revokedUrl(item, isGranted) : null;
    return url === null ? [] : [{ id: item.id, events: [{ type: 'revoked', attempt: item.attempt, url }] }];
  });
}

/** The URL on whose grant the fetch of a live item counts, and which is not granted any more; or null. */
export function revokedUrl(item: QueueItem, isGranted: IsGranted): string | null {
  const plan = planUnderWay(item);
  if (plan === null) return null;
  const known = plan.parts === null ? [item.url] : [item.url, plan.parts.finalUrl];
  const urls = plan.ruleHosts.flatMap(host => {
    const own = known.filter(url => new URL(url).hostname === host);
    return own.length > 0 ? own : isGranted(`http://${host}/`) ? [] : [`https://${host}/`];
  });
  return urls.find(url => !isGranted(url)) ?? null;
}

function planUnderWay(item: QueueItem): FetchPlan | null {
  if (isGathering(item)) return item.plan;
  return isFetching(item) ? fetchPlanOf(item) : null;
}

/** What a fetch has lost with the grant is no failure: its finished parts are kept, and it waits for the user's word. */
export function revoked(item: QueueItem, url: string, now: number): Change {
  // Nothing was asked for yet.
  if (isGathering(item)) return change(item, { status: 'queued', held: null });
  return isFetching(item) ? needing(item, url, now) : unchanged(item);
}

/** Brings an item to rest until the host of the URL is granted. */
export function needing(item: QueueItem, url: string, now: number): Change {
  const { hostname } = new URL(url);
  const reason = failure('no-access', hostname);
  const next = noted(item, now, 'needs-access', hostname);
  return atRest(next, { status: 'waiting', dueAt: WITH_ACCESS, reason, needs: url });
}

/** What waits for a host goes on where it was as soon as that is granted. */
export function withAccess(item: Needing, isGranted: IsGranted): Change {
  return isGranted(item.needs) ? change(item, { status: 'queued', held: null }) : unchanged(item);
}

/** The user does without: the item begins anew, as the browser's own download. */
export function withoutAccess(item: QueueItem, now: number): Change | 'needs-nothing' {
  if (!isNeeding(item)) return 'needs-nothing';
  const refusedBy = [...item.refusedBy, 'background-fetch'] as const;
  const next = noted({ ...item, refusedBy, kept: null }, now, 'without-access', neededHost(item));
  return change(next, { status: 'queued', held: null }, forgetting(item));
}
