import { assertNever } from '../assert-never.ts';
import { obstacleToFetch } from '../carriers/eligibility.ts';
import { gatheringOf, planCarrier } from '../carriers/plan-carrier.ts';
import type { ProbeResult } from '../carriers/probe-result.ts';
import { lackedUrl, needing, revoked } from './access.ts';
import { cancelled } from './cancelling.ts';
import { type Effect, endingEffects, forgetting } from './effect.ts';
import { atRest, type Change, change, unchanged } from './change.ts';
import type { QueueEvent, Terms } from './event.ts';
import { due, failed, lost } from './failing.ts';
import { isKeeping, keeping, keptPart, withFittingParts } from './keeping.ts';
import { isLive, type ItemIn, noted, type QueueItem } from './item.ts';
import { isPathOf } from '../naming/numbered-name.ts';
import { clashOf, paused } from './pausing.ts';
import { keptBack, ruledBy } from './placing.ts';
import type { DownloadPlan, Parcel } from './plan.ts';
import { carrierOf, downloadIdOf, fetchPlanOf, isFetching, unansweredOf, wantedPathOf } from './item-jobs.ts';
import { started } from './starting.ts';
import { nobodyWaits } from './strays.ts';

const NOT_ASKED: ProbeResult = { kind: 'not-asked' };

type RunningFetch = ItemIn<'running'> & { readonly carrier: 'background-fetch' };

/** The next state of an item. An event that makes no sense where the item is leaves it as it is. */
export function transition(item: QueueItem, event: QueueEvent, terms: Terms): Change {
  if (event.type === 'kept') return keptPart(item, event);
  if ('attempt' in event && event.attempt !== item.attempt) return nobodyWaits(item, event);
  const { now } = terms;
  if (isKeeping(item)) return keeping(item, event, now);
  switch (event.type) {
    case 'picked':
      return item.status === 'queued' ? picked(item, terms) : unchanged(item);
    case 'due':
      return item.status === 'waiting' ? due(item, terms) : unchanged(item);
    case 'probed':
      return item.status === 'starting' && item.step === 'probing' ? probed(item, event, terms) : unchanged(item);
    case 'named':
      return named(item, event, terms);
    case 'started':
      return started(item, event);
    case 'unheard':
      return unheard(item, terms);
    case 'missing':
      return missing(item, now);
    case 'found':
      return isFetchOf(item) && item.missingSince !== null ? running(item, null) : unchanged(item);
    case 'fetched':
      return fetched(item, now);
    case 'packed':
      return item.status === 'saving' && item.step === 'collecting'
        ? packed(ruledBy(item, event, now), event.parcel, now)
        : nobodyWaits(item, event);
    case 'unkept':
    case 'stopped':
      return unchanged(item);
    case 'still-packed':
      return item.status === 'saving' && item.step === 'asking' ? { item, effects: [{ do: 'save' }] } : unchanged(item);
    case 'completed':
      return completed(item, event.path, event.bytes, now);
    case 'lost':
      return isLive(item) ? lost(item, event.with, terms) : letGo(item, event.with);
    case 'cancelled-in-browser':
      return isLive(item) ? cancelled(item, 'browser', now) : unchanged(item);
    case 'revoked':
      return revoked(item, event.url, now);
    case 'halted':
      return halted(item, now);
    case 'failed':
      return isLive(item) ? failed(item, event, terms) : unchanged(item);
    default:
      return assertNever(event);
  }
}

/**
 * Without access to the host there is nothing to ask beforehand: the attempt is planned at once. What the browser was
 * asked for already it is not asked for again: the answer may be there, or `reconcile` finds that it never came.
 */
function picked(item: ItemIn<'queued'>, terms: Terms): Change {
  const { now } = terms;
  const { held } = item;
  if (held !== null && held.downloadId === null) {
    const { plan, askedAt } = held;
    return change(noted(item, now, 'resumed'), { status: 'starting', step: 'asking', plan, askedAt });
  }
  if (held !== null) {
    const { downloadId, plan } = held;
    return change(noted(item, now, 'resumed'), { status: 'running', carrier: 'browser-download', plan, downloadId }, [
      { do: 'go-on', downloadId },
    ]);
  }
  const lacked = lackedUrl(item, null, terms.isGranted);
  if (lacked !== null) return needing(item, lacked, now);
  const next = noted({ ...item, attempt: item.attempt + 1 }, now, 'started');
  if (!terms.isGranted(item.url)) return planned(next, NOT_ASKED, terms);
  return change(next, { status: 'starting', step: 'probing' }, [{ do: 'probe' }]);
}

function probed(item: ItemIn<'starting'>, event: QueueEvent & { type: 'probed' }, terms: Terms): Change {
  if (event.isHad && !item.again) return cancelled(item, 'rule', terms.now);
  const ruled = ruledBy(item, event.placed, terms.now);
  return keptBack(ruled, event.placed, terms) ?? planned(ruled, event.probe, terms);
}

/** A registration of several items is not asked for by one of them alone. */
function unheard(item: QueueItem, terms: Terms): Change {
  if (item.status !== 'starting' || !isFetching(item)) return unchanged(item);
  return fetchPlanOf(item)?.shared === null
    ? { item, effects: [{ do: 'ask', with: [] }] }
    : lost(item, 'worker', terms);
}

function planned(unprobed: QueueItem, told: ProbeResult, terms: Terms): Change {
  // The grant was taken back while it was asked: that it failed says nothing of the server.
  const probe = told.kind === 'failed' && !terms.isGranted(unprobed.url) ? NOT_ASKED : told;
  const item = withAnswer(unprobed, probe, terms);
  const lacked = lackedUrl(item, probe, terms.isGranted);
  if (lacked !== null) return needing(item, lacked, terms.now);
  const plan = planCarrier(item, probe, terms);
  // It goes by Background Fetch only, and the lane has filled meanwhile: it waits for its turn.
  if (plan === 'lane-full') return change(item, { status: 'queued', held: null });
  if ('code' in plan) return failed(item, { reason: plan, bytes: 0 }, terms);
  const { item: fitting, effects } = withFittingParts(item, plan, terms.now);
  const together = gatheringOf(item, plan, probe, terms);
  if (together !== null) return change(fitting, { ...together, since: terms.now }, effects);
  const next = noted(fitting, terms.now, 'planned', plan.carrier);
  if (plan.carrier === 'background-fetch' && plan.parts?.missing.length === 0)
    return change(next, { status: 'saving', step: 'collecting', plan, since: terms.now }, [{ do: 'collect' }]);
  return change(next, { status: 'starting', step: 'asking', plan, askedAt: terms.now }, [
    ...effects,
    { do: 'ask', with: [] },
  ]);
}

/** What the server said, and why it does not lead to a Background Fetch, into the log. */
function withAnswer(item: QueueItem, probe: ProbeResult, terms: Terms): QueueItem {
  if (probe.kind !== 'answered') return item;
  const probed = noted(item, terms.now, 'probed', wordsOf(probe));
  const obstacle = obstacleToFetch(item, probe, terms);
  return obstacle === null ? probed : noted(probed, terms.now, 'not-fetched', obstacle);
}

function wordsOf({ total, hasRanges, validator }: ProbeResult & { kind: 'answered' }): string {
  const ranges = hasRanges === true ? 'ranges' : hasRanges === false ? 'no ranges' : 'ranges unknown';
  return `${total ?? '?'} bytes, ${ranges}, ${validator ?? 'no validator'}`;
}

/** Its name is known now, and with it whether anything speaks against the file. */
function named(item: QueueItem, { filename, placed }: QueueEvent & { type: 'named' }, terms: Terms): Change {
  const isAsking = item.status === 'starting' && item.step === 'asking';
  const isRunning = item.status === 'running' && item.carrier === 'browser-download';
  if ((!isAsking && !isRunning) || item.plan.carrier !== 'browser-download') return unchanged(item);
  const plan: DownloadPlan = { ...item.plan, filename, naming: 'given' };
  const isNew = item.plan.naming !== 'given' || item.plan.filename !== filename;
  const next = ruledBy(isNew ? { ...item, plan } : item, placed, terms.now);
  return keptBack(next, placed, terms) ?? unchanged(next);
}

function missing(item: QueueItem, now: number): Change {
  return isFetchOf(item) && item.missingSince === null ? running(item, now) : unchanged(item);
}

function isFetchOf(item: QueueItem): item is RunningFetch {
  return item.status === 'running' && item.carrier === 'background-fetch';
}

function running(item: RunningFetch, missingSince: number | null): Change {
  const { status, carrier, plan } = item;
  return change(item, { status, carrier, plan, missingSince });
}

/** The end of a Background Fetch may be told before its start: they come from different processes. */
function fetched(item: QueueItem, now: number): Change {
  const isRunning = item.status === 'running' && item.carrier === 'background-fetch';
  const isAsking = item.status === 'starting' && item.step === 'asking';
  if ((!isRunning && !isAsking) || item.plan.carrier !== 'background-fetch') return unchanged(item);
  return change(item, { status: 'saving', step: 'collecting', plan: item.plan, since: now }, [{ do: 'collect' }]);
}

function packed(item: QueueItem, parcel: Parcel, now: number): Change {
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
  const whole = { ...item, failures: 0, losses: 0, kept: null };
  const wanted = wantedPathOf(item);
  const isOther = wanted !== null && !isPathOf(path, wanted);
  return change(
    noted(
      isOther ? noted(whole, now, 'named-otherwise', wanted) : whole,
      now,
      isUnchecked ? 'checksum-unchecked' : 'done',
      path,
    ),
    { status: 'done', carrier, path, bytes, downloadId, endedAt: now },
    [...effects, ...forgetting(item)],
  );
}

/** A download that stands still ends with its browser too; the item itself stays where it is. */
function letGo(item: QueueItem, by: 'worker' | 'browser'): Change {
  const isHeld = (item.status === 'queued' || item.status === 'paused') && downloadIdOf(item) !== null;
  if (!isHeld || by === 'worker') return unchanged(item);
  const stage = item.status === 'paused' ? paused(null, clashOf(item)) : ({ status: 'queued', held: null } as const);
  return change(item, stage, endingEffects(item));
}

/**
 * A download is held where it is, also one that is asked for only; a Background Fetch cannot be (the API has no such
 * call), and so it ends.
 */
function halted(item: QueueItem, now: number): Change {
  if (item.status !== 'starting' && item.status !== 'running') return unchanged(item);
  const next = noted(item, now, 'halted');
  if (item.status === 'running' && item.carrier === 'browser-download') {
    const { downloadId, plan } = item;
    return change(next, { status: 'queued', held: { downloadId, plan } }, [{ do: 'hold', downloadId }]);
  }
  return atRest(next, { status: 'queued', held: unansweredOf(item) });
}
