import { assertNever } from '../assert-never.ts';
import { type Failure, whatHelps } from '../carriers/failure.ts';
import { otherCarrier, planCarrier } from '../carriers/plan-carrier.ts';
import type { ProbeResult } from '../carriers/probe-result.ts';
import { type Effect, endingEffects, stopDownload, stopFetch } from './effect.ts';
import type { QueueEvent, Terms } from './event.ts';
import {
  type CarrierName,
  carrierOf,
  downloadIdOf,
  inStage,
  isFetching,
  isLive,
  type ItemIn,
  noted,
  objectUrlOf,
  type Parcel,
  type QueueItem,
  type Stage,
} from './item.ts';
import { retryDelay } from './retry.ts';

export interface Change {
  readonly item: QueueItem;
  /** To be performed after the item is on disk. */
  readonly effects: readonly Effect[];
}

/** The next state of an item. An event that makes no sense where the item is leaves it as it is. */
export function transition(item: QueueItem, event: QueueEvent, terms: Terms): Change {
  if ('attempt' in event && event.attempt !== item.attempt) return nobodyWaits(item, event);
  const { now } = terms;
  switch (event.type) {
    case 'picked':
      return item.status === 'queued' ? picked(item, now) : unchanged(item);
    case 'due':
      return item.status === 'waiting' ? change(item, { status: 'queued', held: null }) : unchanged(item);
    case 'probed':
      return item.status === 'starting' && item.step === 'probing' ? probed(item, event.probe, terms) : unchanged(item);
    case 'started':
      return started(item, event);
    case 'unheard':
      return item.status === 'starting' && isFetching(item) ? { item, effects: [{ do: 'ask' }] } : unchanged(item);
    case 'missing':
      return missing(item, now);
    case 'fetched':
      return fetched(item, now);
    case 'packed':
      return item.status === 'saving' && item.step === 'collecting'
        ? packed(item, event.parcel, now)
        : nobodyWaits(item, event);
    case 'still-packed':
      return item.status === 'saving' && item.step === 'asking' ? { item, effects: [{ do: 'save' }] } : unchanged(item);
    case 'completed':
      return completed(item, event.path, event.bytes, now);
    case 'lost':
      return ended(item, now, 'lost', { status: 'queued', held: null });
    case 'cancelled-in-browser':
      return ended(item, now, 'cancelled', { status: 'cancelled', endedAt: now });
    case 'failed':
      return isLive(item) ? failed(item, event.reason, terms) : unchanged(item);
    default:
      return assertNever(event);
  }
}

export function unchanged(item: QueueItem): Change {
  return { item, effects: [] };
}

export function change(item: QueueItem, stage: Stage, effects: readonly Effect[] = []): Change {
  return { item: inStage(item, stage), effects };
}

/** A late `started` brings a job, a late `packed` a blob: neither may stay behind, but where it is the item's own. */
export function nobodyWaits(item: QueueItem, event: QueueEvent): Change {
  if (event.type === 'started') return { item, effects: strayJob(item, event) };
  const isStrayBlob = event.type === 'packed' && event.parcel.objectUrl !== objectUrlOf(item);
  return isStrayBlob ? { item, effects: [{ do: 'release', objectUrl: event.parcel.objectUrl }] } : unchanged(item);
}

/** The end of a job that began for an item which does not want it any more. */
function strayJob(item: QueueItem, { attempt, downloadId }: QueueEvent & { type: 'started' }): readonly Effect[] {
  if (downloadId !== null) return downloadId === downloadIdOf(item) ? [] : [stopDownload(downloadId)];
  // A registration whose records are being read must not be ended over them.
  const isOwn = attempt === item.attempt && (isFetching(item) || item.status === 'saving');
  return isOwn ? [] : [stopFetch({ id: item.id, attempt })];
}

function picked(item: ItemIn<'queued'>, now: number): Change {
  if (item.held === null) {
    const next = noted({ ...item, attempt: item.attempt + 1 }, now, 'started');
    return change(next, { status: 'starting', step: 'probing' }, [{ do: 'probe' }]);
  }
  const { downloadId, plan } = item.held;
  return change(noted(item, now, 'resumed'), { status: 'running', carrier: 'browser-download', plan, downloadId }, [
    { do: 'go-on', downloadId },
  ]);
}

function probed(item: ItemIn<'starting'>, probe: ProbeResult, terms: Terms): Change {
  const plan = planCarrier(item, probe, terms);
  if ('code' in plan) return failed(item, plan, terms);
  const next = noted(item, terms.now, 'planned', plan.carrier);
  return change(next, { status: 'starting', step: 'asking', plan, askedAt: terms.now }, [{ do: 'ask' }]);
}

function started(item: QueueItem, event: QueueEvent & { type: 'started' }): Change {
  const { downloadId } = event;
  if (item.status === 'starting' && item.step === 'asking') {
    const { plan } = item;
    if (plan.carrier === 'background-fetch')
      return change(item, { status: 'running', carrier: 'background-fetch', plan, missingSince: null });
    if (downloadId !== null) return change(item, { status: 'running', carrier: 'browser-download', plan, downloadId });
  }
  if (item.status === 'saving' && item.step === 'asking' && downloadId !== null)
    return change(item, { status: 'saving', step: 'writing', parcel: item.parcel, downloadId });
  return nobodyWaits(item, event);
}

function missing(item: QueueItem, now: number): Change {
  if (item.status !== 'running' || item.carrier !== 'background-fetch' || item.missingSince !== null)
    return unchanged(item);
  const { status, carrier, plan } = item;
  return change(item, { status, carrier, plan, missingSince: now });
}

/** The end of a Background Fetch may be told before its start: they come from different processes. */
function fetched(item: QueueItem, now: number): Change {
  const isRunning = item.status === 'running' && item.carrier === 'background-fetch';
  const isAsking = item.status === 'starting' && item.step === 'asking';
  if ((!isRunning && !isAsking) || item.plan.carrier !== 'background-fetch') return unchanged(item);
  return change(item, { status: 'saving', step: 'collecting', plan: item.plan, since: now }, [{ do: 'collect' }]);
}

function packed(item: ItemIn<'saving'>, parcel: Parcel, now: number): Change {
  const fetched = noted(item, now, 'fetched', `${parcel.size}`);
  const next = item.checksum === null ? fetched : noted(fetched, now, 'checksum-right', item.checksum.algorithm);
  return change(next, { status: 'saving', step: 'asking', parcel, askedAt: now }, [{ do: 'save' }]);
}

function completed(item: QueueItem, path: string, bytes: number, now: number): Change {
  const carrier = carrierOf(item);
  const downloadId = downloadIdOf(item);
  if (!isLive(item) || carrier === null || downloadId === null) return unchanged(item);
  const effects: readonly Effect[] =
    item.status === 'saving' && item.step === 'writing' ? [{ do: 'release', objectUrl: item.parcel.objectUrl }] : [];
  const isUnchecked = item.checksum !== null && carrier === 'browser-download';
  const next = noted({ ...item, failures: 0 }, now, isUnchecked ? 'checksum-unchecked' : 'done', path);
  return change(next, { status: 'done', carrier, path, bytes, downloadId, endedAt: now }, effects);
}

function ended(item: QueueItem, now: number, what: 'lost' | 'cancelled', stage: Stage): Change {
  return isLive(item) ? change(noted(item, now, what), stage, endingEffects(item)) : unchanged(item);
}

function failed(item: ItemIn<'starting' | 'running' | 'saving'>, reason: Failure, terms: Terms): Change {
  const { now } = terms;
  const carrier = carrierOf(item);
  const effects = endingEffects(item);
  const next = noted(item, now, 'failed', describe(reason));

  // Without a network nothing that fails is anybody's fault, and the queue starts nothing anyway.
  if (!terms.isOnline && whatHelps(reason.code) !== 'user')
    return change(next, { status: 'queued', held: null }, effects);
  const other = carrier === null ? null : otherCarrier(item, carrier, reason, terms.isGranted(item.url));
  if (carrier !== null && other !== null)
    return change(goingOnWith(next, carrier, other, now), { status: 'queued', held: null }, effects);

  const failures = item.failures + 1;
  const tried = { ...next, failures };
  if (whatHelps(reason.code) !== 'later' || failures >= terms.attempts)
    return change(tried, { status: 'failed', reason, carrier, endedAt: now }, effects);
  const dueAt = now + retryDelay(failures, terms.random(), reason.retryAfter);
  return change(tried, { status: 'waiting', dueAt, reason }, effects);
}

function goingOnWith(item: QueueItem, refusing: CarrierName, other: CarrierName, now: number): QueueItem {
  return noted({ ...item, refusedBy: [...item.refusedBy, refusing] }, now, 'other-carrier', other);
}

function describe(reason: Failure): string {
  return reason.detail === null ? reason.code : `${reason.code} (${reason.detail})`;
}
