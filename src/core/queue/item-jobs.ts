import { CARRIER_NAMES, type CarrierName } from '../carriers/carrier-name.ts';
import type { QueueItem } from './item.ts';
import type { FetchPlan, PartsPlan, Unanswered } from './plan.ts';

/**
 * The id of the Background Fetch registration of an item's present attempt. It is known before the browser is asked,
 * so a worker that died in between finds its registration again by it.
 */
export function registrationId(item: Pick<QueueItem, 'id' | 'attempt'>): string {
  return `${item.id}.${item.attempt}`;
}

/** The registration that carries the item's present attempt: its own, or the one that it shares with its group. */
export function fetchRegistration(item: QueueItem): string {
  return fetchPlanOf(item)?.shared?.registration ?? registrationId(item);
}

/** The inverse of `registrationId`; null for a registration that is not one of ours. */
export function parseRegistrationId(id: string): { readonly id: string; readonly attempt: number } | null {
  const match = /^(.+)\.(\d+)$/.exec(id);
  if (match?.[1] === undefined) return null;
  return { id: match[1], attempt: Number(match[2]) };
}

/** Whether the item's present attempt is, or is to become, a Background Fetch registration. */
export function isFetching(item: QueueItem): boolean {
  if (item.status === 'running') return item.carrier === 'background-fetch';
  return item.status === 'starting' && item.step === 'asking' && item.plan.carrier === 'background-fetch';
}

/** The plan of the present attempt where it is a Background Fetch whose bytes are not in hand yet, or null. */
export function fetchPlanOf(item: QueueItem): FetchPlan | null {
  const hasPlan = 'plan' in item && !(item.status === 'starting' && item.step === 'gathering');
  return hasPlan && item.plan.carrier === 'background-fetch' ? item.plan : null;
}

/** Whether the browser is being asked to carry the item. */
export function isAsking(item: QueueItem): boolean {
  return item.status === 'starting' && item.step === 'asking';
}

/** The same in parts, or null. */
export function partsPlanOf(item: QueueItem): PartsPlan | null {
  return fetchPlanOf(item)?.parts ?? null;
}

/** The blob that belongs to the item where it is now, or null. */
export function objectUrlOf(item: QueueItem): string | null {
  return item.status === 'saving' && 'parcel' in item ? item.parcel.objectUrl : null;
}

/** The browser download that belongs to the item where it is now, or null. */
export function downloadIdOf(item: QueueItem): number | null {
  if ('downloadId' in item) return item.downloadId;
  return 'held' in item ? (item.held?.downloadId ?? null) : null;
}

/** What the browser was asked to download for the item, or is, where it may not have told us the id yet; or null. */
export function urlAskedFor(item: QueueItem): string | null {
  if (item.status === 'starting' && item.step === 'asking')
    return item.plan.carrier === 'browser-download' ? item.url : null;
  return item.status === 'saving' && item.step === 'asking' ? item.parcel.objectUrl : null;
}

/** Whether the browser is to be told, now or after a cut, what to call the file that it writes for the item. */
export function isNamedByUs(item: QueueItem): boolean {
  if (item.status === 'saving') return 'parcel' in item;
  const isDownloaded = isAsking(item) || item.status === 'running';
  return isDownloaded && 'plan' in item && item.plan.carrier === 'browser-download' && item.plan.naming !== 'browser';
}

/** The relative path that we have given the file which the browser is writing, or null where we gave none. */
export function wantedPathOf(item: QueueItem): string | null {
  if (item.status === 'saving') return 'parcel' in item ? item.parcel.filename : null;
  if (item.status !== 'running' || item.plan.carrier !== 'browser-download') return null;
  return item.plan.naming === 'browser' ? null : item.plan.filename;
}

/** The browser download that was asked for and of which nothing has been heard, wherever the item is now; or null. */
export function unansweredOf(item: QueueItem): Unanswered | null {
  if (item.status === 'queued' || item.status === 'paused') return item.held?.downloadId === null ? item.held : null;
  if (item.status !== 'starting' || item.step !== 'asking') return null;
  const { plan, askedAt } = item;
  return plan.carrier === 'browser-download' ? { downloadId: null, plan, askedAt } : null;
}

/** The carrier of the present attempt, or of the last one; null before the first plan. */
export function carrierOf(item: QueueItem): CarrierName | null {
  switch (item.status) {
    case 'starting':
      return item.step === 'asking' ? item.plan.carrier : null;
    case 'running':
      return item.carrier;
    case 'saving':
      return 'background-fetch';
    case 'queued':
    case 'paused':
      return item.held === null ? null : 'browser-download';
    case 'done':
    case 'failed':
      return item.carrier;
    case 'waiting':
    case 'cancelled':
      return null;
  }
}

/** The carrier that was planned last, wherever the item is now; null before the first plan. */
export function lastCarrierOf({ log }: QueueItem): CarrierName | null {
  const planned = log.findLast(({ what }) => what === 'planned')?.detail;
  return CARRIER_NAMES.find(name => name === planned) ?? null;
}
