import type { Terms } from '../queue/event.ts';
import type { CarrierName } from './carrier-name.ts';
import type { QueueItem } from '../queue/item.ts';
import type { ProbeResult } from './probe-result.ts';

/** Below this a Background Fetch costs more (a registration, a copy into the folder) than it can save. Bytes. */
export const WORTH_A_FETCH = 1024 * 1024;

/** One registration runs at a time (Chromium 156); one may stand behind it. */
export const FETCH_LANE = 2;

/** What is known at the moment of planning beyond the item and the probe. */
export type Surroundings = Pick<Terms, 'isGranted' | 'fetchesUnderWay'>;

/**
 * Why a file does not take a Background Fetch. `scheme` and `port`: the browser would refuse it. `tried`: one has failed
 * for a reason of its own. `other-wish`: the user wants another carrier. `unread`: the answer could not be read, or nobody
 * knows. `small`: it is not worth it. `lane`: there is no room now.
 */
export type Obstacle = 'scheme' | 'port' | 'tried' | 'other-wish' | 'unread' | 'small' | 'lane';

/**
 * What speaks against a Background Fetch, the gravest first; null: nothing does.
 *
 * Every item is a GET without headers of ours but `Range`, so that no request needs a preflight (which would always
 * fail, Chromium 156); a user name and a password never get here (`parseLink` takes them out of the link). The user's own wish goes
 * before what is only a matter of judgement: `unread` and `small`.
 */
export function obstacleToFetch(item: QueueItem, probe: ProbeResult, around: Surroundings): Obstacle | null {
  const urls = probe.kind === 'answered' ? [item.url, probe.finalUrl] : [item.url];
  if (!urls.every(hasFetchableScheme)) return 'scheme';
  if (urls.some(hasBlockedPort)) return 'port';
  if (item.refusedBy.includes('background-fetch')) return 'tried';
  if (wishOf(item) === 'browser-download' && !item.refusedBy.includes('browser-download')) return 'other-wish';
  if (!isOnlyWay(item)) {
    if (!isReadable(item, probe, around)) return 'unread';
    if (!isWorthIt(item, probe)) return 'small';
  }
  return around.fetchesUnderWay < FETCH_LANE ? null : 'lane';
}

/** Whether the item will go into the lane of Background Fetches or nowhere, if nothing new is learnt of it. */
export function insistsOnFetch(item: QueueItem): boolean {
  const isHeld = 'held' in item && item.held !== null;
  const isPossible = !item.refusedBy.includes('background-fetch') && mayBeFetched(item.url);
  return (isOnlyWay(item) || insistsOnParts(item)) && !isHeld && isPossible;
}

/** Whether parts of it are here that only another Background Fetch can complete. */
export function insistsOnParts(item: QueueItem): boolean {
  return item.kept !== null && !item.inWhole && wishOf(item) !== 'browser-download';
}

/** Whether the browser would take this URL for a Background Fetch at all. */
export function mayBeFetched(url: string): boolean {
  return hasFetchableScheme(url) && !hasBlockedPort(url);
}

/** The carrier that the user insists on, for this item or by a rule. */
export function wishOf({ wish, ruled }: QueueItem): CarrierName | null {
  return wish ?? ruled?.carrier ?? null;
}

/** By the user's wish, or because nothing else could do it. */
export function isOnlyWay(item: QueueItem): boolean {
  return wishOf(item) === 'background-fetch' || item.refusedBy.includes('browser-download');
}

/** Our header rule makes a granted host's answers readable; others must allow it by themselves, at the end of the redirects. */
function isReadable(item: QueueItem, probe: ProbeResult, { isGranted }: Surroundings): boolean {
  return probe.kind === 'answered' && isGranted(item.url) && (probe.isOpen || isGranted(probe.finalUrl));
}

/** Only a fetched file can be read again, and so be checked, before it reaches the folder. */
function isWorthIt(item: QueueItem, probe: ProbeResult): boolean {
  if (item.checksum !== null || item.kept !== null || probe.kind !== 'answered') return true;
  return probe.total === null || probe.total >= WORTH_A_FETCH;
}

/** Chromium 156 accepts plain http for hosts other than loopback and then fails at once. */
function hasFetchableScheme(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function hasBlockedPort(url: string): boolean {
  const { port } = new URL(url);
  return port !== '' && BLOCKED_PORTS.has(Number(port));
}

/** Ports that a browser never asks (Fetch Standard, section 2.9, "bad port"). */
const BLOCKED_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
