import { fileNameFor, joinPath } from '../naming/file-name.ts';
import type { Terms } from '../queue/event.ts';
import type { CarrierName, DownloadPlan, FetchPlan, Plan, QueueItem } from '../queue/item.ts';
import { failure, type Failure, whatHelps } from './failure.ts';
import type { ProbeResult } from './probe-result.ts';

/** Below this a Background Fetch costs more (a registration, a copy into the folder) than it can save. */
export const WORTH_A_FETCH = 1024 * 1024;

/** One registration runs at a time (Chromium 156); one may stand behind it. */
export const FETCH_LANE = 2;

/** What is known at the moment of planning beyond the item and the probe. */
export type Surroundings = Pick<Terms, 'isGranted' | 'fetchesUnderWay'>;

/**
 * Chooses how an item travels, or says why it cannot; `lane-full` is no failure: it can in its turn.
 *
 * Background Fetch where the file is worth it and readable, the browser's own download for everything else. Without
 * access to the host nothing is known of the file, and a Background Fetch that turned out unreadable would have
 * asked the server twice: only the user's own wish tries it there.
 */
export function planCarrier(item: QueueItem, probe: ProbeResult, around: Surroundings): Plan | Failure | 'lane-full' {
  if (probe.kind === 'failed') return probe.failure;
  const allowed = (carrier: CarrierName): boolean => !item.refusedBy.includes(carrier);
  const wanted = item.wish ?? preferred(item, probe, around);

  if (wanted === 'background-fetch' && allowed(wanted) && canFetch(item, probe))
    return fetchInTurn(item, probe, around);
  if (allowed('browser-download')) return downloadPlan(item, probe);
  if (allowed('background-fetch') && canFetch(item, probe)) return fetchInTurn(item, probe, around);
  return failure('bad-answer', 'no carrier is left');
}

/**
 * The carrier that may do what the present one could not, or null.
 *
 * A Background Fetch that is unreadable or refused goes on as a browser download. The other way round, a 401 or 403
 * to a browser download is worth a Background Fetch where that can send the page's Referer, which downloads cannot
 * (Chromium 156: header rules do not touch them). One that stands still twice in a row gives way to the other.
 */
export function otherCarrier(
  item: QueueItem,
  present: CarrierName,
  reason: Failure,
  around: Pick<Terms, 'isGranted'>,
): CarrierName | null {
  const other: CarrierName = present === 'background-fetch' ? 'browser-download' : 'background-fetch';
  if (item.refusedBy.includes(other) || !mayTake(item, other)) return null;
  if (whatHelps(reason.code) === 'other-carrier') return other;
  if (reason.code === 'stalled') return stalledBefore(item) ? other : null;
  const wantsReferrer = reason.code === 'forbidden' || reason.code === 'unauthorized';
  return present === 'browser-download' && wantsReferrer && item.referrer !== null && around.isGranted(item.url)
    ? other
    : null;
}

/** The same carrier has stood still with the item the last time too. */
function stalledBefore(item: QueueItem): boolean {
  const last = item.log.findLast(({ what }) => what === 'failed' || what === 'other-carrier');
  return last?.what === 'failed' && last.detail?.startsWith('stalled') === true;
}

function mayTake(item: QueueItem, carrier: CarrierName): boolean {
  return carrier === 'browser-download' || isFetchable(item.url);
}

function preferred(item: QueueItem, probe: ProbeResult, around: Surroundings): CarrierName {
  if (probe.kind !== 'answered') return 'browser-download';
  const isReadable = around.isGranted(item.url) && around.isGranted(probe.finalUrl);
  // Only a fetched file can be read again, and so be checked, before it reaches the folder.
  const isWorthIt = item.checksum !== null || probe.total === null || probe.total >= WORTH_A_FETCH;
  const hasRoom = around.fetchesUnderWay < FETCH_LANE;
  return isReadable && isWorthIt && hasRoom ? 'background-fetch' : 'browser-download';
}

function canFetch(item: QueueItem, probe: ProbeResult): boolean {
  return isFetchable(item.url) && (probe.kind !== 'answered' || isFetchable(probe.finalUrl));
}

/** Whether the item will go into the lane of Background Fetches or nowhere, if nothing new is learnt of it. */
export function insistsOnFetch(item: QueueItem): boolean {
  const isHeld = 'held' in item && item.held !== null;
  const isOnlyWay = item.wish === 'background-fetch' || item.refusedBy.includes('browser-download');
  return isOnlyWay && !isHeld && !item.refusedBy.includes('background-fetch') && isFetchable(item.url);
}

/** Chromium 156 accepts plain http for hosts other than loopback and then fails at once. */
function isFetchable(url: string): boolean {
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

function fetchInTurn(item: QueueItem, probe: ProbeResult, around: Surroundings): FetchPlan | 'lane-full' {
  return around.fetchesUnderWay < FETCH_LANE ? fetchPlan(item, probe, around) : 'lane-full';
}

function fetchPlan(item: QueueItem, probe: ProbeResult, around: Surroundings): FetchPlan {
  const urls = probe.kind === 'answered' ? [item.url, probe.finalUrl] : [item.url];
  const ruleHosts = urls.filter(url => around.isGranted(url)).map(url => new URL(url).hostname);
  return {
    carrier: 'background-fetch',
    total: probe.kind === 'answered' ? probe.total : null,
    ruleHosts: [...new Set(ruleHosts)],
  };
}

/** The name that an item's file is to have, as far as it is known before it travels. */
export function nameFor(item: QueueItem, probe: ProbeResult): string {
  const answer = probe.kind === 'answered' ? probe : null;
  return fileNameFor({
    wished: item.name,
    disposition: answer?.disposition ?? null,
    url: answer?.finalUrl ?? item.url,
    contentType: answer?.contentType ?? null,
  });
}

function downloadPlan(item: QueueItem, probe: ProbeResult): DownloadPlan {
  const hasOwnPlace = item.name !== null || item.folder !== null;
  return {
    carrier: 'browser-download',
    total: probe.kind === 'answered' ? probe.total : null,
    filename: hasOwnPlace ? joinPath(item.folder, nameFor(item, probe)) : null,
  };
}
