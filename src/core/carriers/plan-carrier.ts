import type { Terms } from '../queue/event.ts';
import { filePathOf, hasOwnPlace, type Told } from '../queue/file-path.ts';
import type { CarrierName } from './carrier-name.ts';
import type { QueueItem } from '../queue/item.ts';
import type { DownloadPlan, FetchPlan, PartsPlan, Plan } from '../queue/plan.ts';
import { insistsOnFetch, mayBeFetched, obstacleToFetch, type Surroundings } from './eligibility.ts';
import { failure, type Failure, whatHelps } from './failure.ts';
import { keptOf } from '../queue/keeping.ts';
import { conflictOf } from '../queue/placing.ts';
import { missingParts, partsOf } from './parts.ts';
import type { ProbeResult } from './probe-result.ts';

type Around = Surroundings & Pick<Terms, 'conflict' | 'hasRules'>;

/**
 * Chooses how an item travels, or says why it cannot; `lane-full` is no failure: it can in its turn.
 *
 * Background Fetch where nothing speaks against it, the browser's own download for everything else. Without access to
 * the host nothing is known of the file, and a Background Fetch that turned out unreadable would have asked the server
 * twice: only the user's own wish tries it there. An item that has parts here waits for the lane rather than lose them.
 */
export function planCarrier(item: QueueItem, probe: ProbeResult, around: Around): Plan | Failure | 'lane-full' {
  if (probe.kind === 'failed') return probe.failure;
  const obstacle = obstacleToFetch(item, probe, around);
  if (obstacle === null) return fetchPlan(item, probe, around);
  if (obstacle === 'lane' && insistsOnFetch(item)) return 'lane-full';
  if (!item.refusedBy.includes('browser-download')) return downloadPlan(item, probe, around);
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
  // A fetch that may not be read would end the item for good, where a download may yet go on.
  const canHelp = other === 'browser-download' || around.isGranted(item.url);
  // What is here already would be lost with the carrier that brought it.
  if (reason.code === 'stalled') return stalledBefore(item) && item.kept === null && canHelp ? other : null;
  const wantsReferrer = reason.code === 'forbidden' || reason.code === 'unauthorized';
  return present === 'browser-download' && wantsReferrer && item.referrer !== null && canHelp ? other : null;
}

/** The same carrier has stood still with the item the last time too. */
function stalledBefore(item: QueueItem): boolean {
  const last = item.log.findLast(({ what }) => what === 'failed' || what === 'other-carrier');
  return last?.what === 'failed' && last.detail?.startsWith('stalled') === true;
}

function mayTake(item: QueueItem, carrier: CarrierName): boolean {
  return carrier === 'browser-download' || mayBeFetched(item.url);
}

/**
 * How an item of a group may go along with others of it, by one Background Fetch, or null: what makes a file too small
 * for one of its own does not count then. Only a host that has been asked tells enough for it.
 */
export function gatheringOf(
  item: QueueItem,
  plan: Plan,
  probe: ProbeResult,
  around: Around,
): { status: 'starting'; step: 'gathering'; plan: FetchPlan; instead: DownloadPlan | null } | null {
  if (item.group === null || probe.kind !== 'answered') return null;
  const mayGo = plan.carrier === 'background-fetch' || obstacleToFetch(item, probe, around) === 'small';
  const fetch = plan.carrier === 'background-fetch' ? plan : fetchPlan(item, probe, around);
  if (!mayGo || fetch.parts?.missing.length === 0) return null;
  const instead = insistsOnFetch(item) ? null : downloadPlan(item, probe, around);
  return { status: 'starting', step: 'gathering', plan: fetch, instead };
}

function fetchPlan(item: QueueItem, probe: ProbeResult, around: Surroundings): FetchPlan {
  const urls = probe.kind === 'answered' ? [item.url, probe.finalUrl] : [item.url];
  const ruleHosts = urls.filter(url => around.isGranted(url)).map(url => new URL(url).hostname);
  return {
    carrier: 'background-fetch',
    total: probe.kind === 'answered' ? probe.total : null,
    ruleHosts: [...new Set(ruleHosts)],
    validator: probe.kind === 'answered' ? probe.validator : null,
    parts: item.inWhole ? null : partsPlan(item, probe),
    shared: null,
  };
}

/** Parts where the server gives them, says which version they are of, and the file is big enough for two. */
function partsPlan(item: QueueItem, probe: ProbeResult): PartsPlan | null {
  if (probe.kind !== 'answered' || probe.hasRanges !== true) return null;
  const { total, validator, finalUrl, contentType, disposition } = probe;
  if (total === null || validator === null || partsOf(total).length === 0) return null;
  const version = { total, validator };
  return { version, missing: missingParts(total, keptOf(item, version)), finalUrl, contentType, disposition };
}

/** Where the file of an item belongs, as far as that is known before it travels: a relative path. */
export function pathFor(item: QueueItem, probe: ProbeResult): string {
  const { url, disposition, contentType } = toldBy(item, probe);
  return filePathOf(item, { url, disposition, contentType, suggested: null });
}

function toldBy(item: QueueItem, probe: ProbeResult): Pick<Told, 'url' | 'disposition' | 'contentType'> {
  if (probe.kind !== 'answered') return { url: item.url, disposition: null, contentType: null };
  return { url: probe.finalUrl, disposition: probe.disposition, contentType: probe.contentType };
}

/** Where nothing was asked beforehand, the name and the rules may depend on what only the browser will see. */
function downloadPlan(item: QueueItem, probe: ProbeResult, around: Around): DownloadPlan {
  const carrier = 'browser-download';
  const filename = pathFor(item, probe);
  if (probe.kind === 'answered')
    return { carrier, total: probe.total, filename, naming: hasOwnPlace(item) ? 'given' : 'browser' };
  const isOpen = around.hasRules && item.ruled === null;
  const isWatched = conflictOf(item, around.conflict) !== 'rename';
  const isNamed = item.name !== null && !isOpen && !isWatched;
  const isLate = hasOwnPlace(item) || item.said.download !== null || isOpen || isWatched;
  return { carrier, total: null, filename, naming: isNamed ? 'given' : isLate ? 'late' : 'browser' };
}
