import { mayBeFetched } from '../../src/core/carriers/eligibility.ts';
import { LEAST_PART } from '../../src/core/carriers/parts.ts';
import { isGranted } from '../../src/core/links/origin-patterns.ts';
import type { ListedItem } from '../../src/messages/listing.ts';

/**
 * What access to its host would do for an item. `referer`: the server has refused it, and only our own requests can say
 * which page it is from. `resume`: it is big, or its line has broken. `size`: nobody knows whether it is there.
 */
export type Why = 'referer' | 'resume' | 'size';
/** The most helpful first. */
const WHYS: readonly Why[] = ['referer', 'resume', 'size'];

export interface Offer {
  readonly host: string;
  readonly why: Why;
}

const REFUSALS: readonly string[] = ['forbidden', 'unauthorized'];
const BREAKS: readonly string[] = ['interrupted', 'stalled', 'timed-out', 'wrong-size'];
/** Bytes of a file that travels in parts where the host is granted. */
const BIG = 2 * LEAST_PART;

/** The host for which access would help most: what it would do comes first, then for how many. null: there is none. */
export function permissionOffer(
  items: readonly ListedItem[],
  granted: readonly string[],
  declined: readonly string[],
): Offer | null {
  for (const why of WHYS) {
    const urls = items.filter(item => whyOf(item) === why).flatMap(item => lacking(item, granted) ?? []);
    const hosts = urls.map(url => new URL(url).hostname).filter(host => !declined.includes(host));
    const host = mostFrequent(hosts);
    if (host !== null) return { host, why };
  }
  return null;
}

/** The first URL on the way of an item that is not granted: its own, or where it leads. Both are needed. */
function lacking({ url, finalUrl }: ListedItem, granted: readonly string[]): string | null {
  if (!isGranted(url, granted)) return url;
  return finalUrl !== null && !isGranted(finalUrl, granted) ? finalUrl : null;
}

function mostFrequent(hosts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function whyOf({ status, url, carrier, total, error, referrer, needs }: ListedItem): Why | null {
  // What waits for access has a button of its own, and what a fetch carries needs none.
  if (needs !== null || carrier === 'background-fetch') return null;
  const canFetch = mayBeFetched(url);
  switch (status) {
    case 'failed':
      if (REFUSALS.includes(error?.code ?? '')) return canFetch && referrer !== null ? 'referer' : null;
      return canFetch && BREAKS.includes(error?.code ?? '') ? 'resume' : null;
    case 'done':
    case 'cancelled':
    case 'saving':
      return null;
    default:
      if (total === null) return 'size';
      return canFetch && total >= BIG ? 'resume' : null;
  }
}
