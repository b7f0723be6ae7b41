import { failure, type Failure, type FailureCode, isOfLine, whatHelps } from '../carriers/failure.ts';
import { isOnlyWay } from '../carriers/eligibility.ts';
import { otherCarrier } from '../carriers/plan-carrier.ts';
import { isNeeding, needing, revokedUrl, withAccess } from './access.ts';
import { atRest, type Change, change, unchanged } from './change.ts';
import { type Effect, forgetting, stopDownload } from './effect.ts';
import type { Terms } from './event.ts';
import type { CarrierName } from '../carriers/carrier-name.ts';
import { type ItemIn, noted, type QueueItem } from './item.ts';
import { carrierOf, partsPlanOf, lastCarrierOf } from './item-jobs.ts';
import { flapDelay, retryDelay } from './retry.ts';

/** So often in a row an item may be lost with the worker before it is held back. */
const PLAIN_LOSSES = 3;

/**
 * Back into the queue, and no attempt is counted. An item that is lost again and again although the browser lives is
 * held back longer each time: it may be what the worker dies of.
 */
export function lost(item: QueueItem, by: 'worker' | 'browser', terms: Terms): Change {
  const { now, random } = terms;
  const losses = by === 'browser' ? 0 : item.losses + 1;
  const next = noted({ ...item, losses }, now, 'lost');
  if (losses <= PLAIN_LOSSES) return atRest(next, { status: 'queued', held: null });
  const dueAt = now + retryDelay(losses - PLAIN_LOSSES, random(), null);
  return atRest(next, { status: 'waiting', dueAt, reason: failure('lost') });
}

/** Bytes beyond the furthest that any attempt came before which are worth as many attempts again. */
const PROGRESS = 256 * 1024;

export function failed(item: QueueItem, { reason, bytes }: { reason: Failure; bytes: number }, terms: Terms): Change {
  const { now } = terms;
  const missed = reason.code === 'disk-full' ? null : missedUrl(item, terms);
  if (missed !== null) return needing({ ...item, losses: 0 }, missed, now);
  const carrier = carrierOf(item);
  const furthest = Math.max(item.furthest, bytes);
  // It failed under our eyes: nobody has lost track of it.
  const next = noted(
    { ...item, ...partsAfter(item, reason, bytes), furthest, losses: 0 },
    now,
    'failed',
    describe(reason),
  );
  const effects = item.kept !== null && next.kept === null ? forgetting(item) : [];
  if (reason.code === 'disk-full') return withoutRoom(item, next, now);
  const helps = whatHelps(reason.code);

  // Without a network nothing that fails is anybody's fault, and the queue starts nothing anyway.
  if (!terms.isOnline && helps !== 'user') return atRest(next, { status: 'queued', held: null }, effects);
  // A carrier is not blamed for what the network may have done.
  const isBlamed = carrier !== null && (helps === 'user' || !terms.isFlapping);
  const other = isBlamed ? otherCarrier(item, carrier, reason, terms) : null;
  if (carrier !== null && other !== null)
    return atRest(goingOnWith(next, carrier, other, now), { status: 'queued', held: null }, effects);

  // Chromium 156 holds a Background Fetch up as long as somebody opens pages: with parts here it is only a matter of time.
  const isHeldUp = reason.code === 'stalled' && next.kept !== null;
  const failures = isHeldUp ? item.failures : bytes >= item.furthest + PROGRESS ? 1 : item.failures + 1;
  const tried = { ...next, failures };
  const isInDoubt = isOfLine(reason.code) || (terms.isFlapping && helps === 'other-carrier');
  const isLast = failures >= terms.attempts;
  if (isInDoubt && isLast) {
    const wait = Math.max(flapDelay(terms.random()), reason.retryAfter ?? 0);
    return atRest(tried, { status: 'waiting', dueAt: now + wait, reason }, effects);
  }
  if (!isInDoubt && (helps !== 'later' || isLast))
    return atRest(tried, { status: 'failed', reason, carrier, endedAt: now }, effects);
  const dueAt = now + retryDelay(failures, terms.random(), reason.retryAfter);
  return atRest(tried, { status: 'waiting', dueAt, reason }, effects);
}

/** The URL without whose grant the fetch had to fail, and would lose what it has with another carrier; or null. */
function missedUrl(item: QueueItem, { isGranted }: Terms): string | null {
  const isLoss = partsPlanOf(item) !== null || isOnlyWay(item);
  return isLoss ? revokedUrl(item, isGranted) : null;
}

/**
 * The disk is full: everything is held, once, until the user has made room. Nothing is counted; a fetched file stays in
 * hand, and is saved as soon as there is room.
 */
function withoutRoom(item: QueueItem, next: QueueItem, now: number): Change {
  const holding: Effect = { do: 'hold-all' };
  if (item.status !== 'saving' || !('parcel' in item)) return atRest(next, { status: 'queued', held: null }, [holding]);
  // Told twice: it has been put off already.
  if (item.step === 'asking' && item.askedAt === now) return unchanged(item);
  const ending = item.step === 'writing' ? [stopDownload(item.downloadId)] : [];
  return change(next, { status: 'saving', step: 'asking', parcel: item.parcel, askedAt: now }, [...ending, holding]);
}

/** What a failure says of the parts that are here: those of another version, or of a wrong file, are worth nothing. */
function partsAfter(item: QueueItem, { code }: Failure, bytes: number): Pick<QueueItem, 'kept' | 'inWhole'> {
  if (code === 'no-parts') return { kept: null, inWhole: true };
  if (code === 'wrong-checksum') return { kept: null, inWhole: item.inWhole };
  // Chromium 156 drops compressed parts without a word, and asks for them again and again.
  const isMute = code === 'stalled' && bytes === 0 && item.kept === null && partsPlanOf(item) !== null;
  // A server that names another version each time never gives parts that fit.
  if (code === 'changed') return { kept: null, inWhole: item.inWhole || hasFailedBefore(item, code) };
  return { kept: item.kept, inWhole: item.inWhole || isMute };
}

function hasFailedBefore(item: QueueItem, code: FailureCode): boolean {
  return item.log.findLast(({ what }) => what === 'failed')?.detail?.startsWith(code) === true;
}

/**
 * The wait is over. What failed for want of a network is forgiven: the line is often dead a moment before the browser
 * notices, so that this is known only now. The last attempt that may fail waits for it too.
 */
export function due(item: ItemIn<'waiting'>, { now, attempts, isFlapping, isGranted }: Terms): Change {
  if (isNeeding(item)) return withAccess(item, isGranted);
  const { reason, failures } = item;
  const isForgiven =
    isFlapping && failures > 0 && (isOfLine(reason.code) || whatHelps(reason.code) === 'other-carrier');
  if (!isForgiven && failures >= attempts && isOfLine(reason.code))
    return change(item, {
      status: 'failed',
      // What the server asked for is over too.
      reason: { ...reason, retryAfter: null },
      carrier: lastCarrierOf(item),
      endedAt: now,
    });
  return change({ ...item, failures: isForgiven ? failures - 1 : failures }, { status: 'queued', held: null });
}

function goingOnWith(item: QueueItem, refusing: CarrierName, other: CarrierName, now: number): QueueItem {
  // A download that it had refused already may have begun late all the same.
  const refusedBy = item.refusedBy.includes(refusing) ? item.refusedBy : [...item.refusedBy, refusing];
  return noted({ ...item, refusedBy }, now, 'other-carrier', other);
}

function describe(reason: Failure): string {
  return reason.detail === null ? reason.code : `${reason.code} (${reason.detail})`;
}
