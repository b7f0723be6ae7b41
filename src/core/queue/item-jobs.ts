import { CARRIER_NAMES, type CarrierName, type QueueItem, type Unanswered } from './item.ts';

/**
 * The id of the Background Fetch registration of an item's present attempt. It is known before the browser is asked,
 * so a worker that died in between finds its registration again by it.
 */
export function registrationId(item: Pick<QueueItem, 'id' | 'attempt'>): string {
  return `${item.id}.${item.attempt}`;
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

/** Whether the browser is being asked to carry the item. */
export function isAsking(item: QueueItem): boolean {
  return item.status === 'starting' && item.step === 'asking';
}

/** The blob that belongs to the item where it is now, or null. */
export function objectUrlOf(item: QueueItem): string | null {
  return item.status === 'saving' && item.step !== 'collecting' ? item.parcel.objectUrl : null;
}

/** The browser download that belongs to the item where it is now, or null. */
export function downloadIdOf(item: QueueItem): number | null {
  if ('downloadId' in item) return item.downloadId;
  return 'held' in item ? (item.held?.downloadId ?? null) : null;
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
