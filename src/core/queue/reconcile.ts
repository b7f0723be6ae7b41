import { failure, failureOfInterrupt } from '../carriers/failure.ts';
import type { Happening, QueueEvent } from './event.ts';
import { type QueueItem } from './item.ts';
import { downloadIdOf, fetchRegistration, isFetching, registrationId } from './item-jobs.ts';

/** What the browser says of one of its downloads. */
export interface DownloadFact {
  readonly id: number;
  /** The URL that was asked for, before redirects. */
  readonly url: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  /** `InterruptReason`; null unless interrupted. */
  readonly error: string | null;
  /** Absolute path; empty while the browser has not decided it. */
  readonly path: string;
  readonly bytes: number;
  /** ms since the epoch. */
  readonly startedAt: number;
}

export interface Facts {
  /** ms since the epoch. */
  readonly now: number;
  /** The browser was started since the queue last looked: what ran in it before does not run any more. */
  readonly isNewSession: boolean;
  /** Attempts (registration ids) at whose start or saving this very worker is at work: they report by themselves. */
  readonly underWay: ReadonlySet<string>;
  /** Background Fetch registrations that the browser has. */
  readonly registrations: ReadonlySet<string>;
  readonly downloads: readonly DownloadFact[];
  /** Downloads that belong to other items of the URLs that were asked for, ended ones too. */
  readonly owned: ReadonlySet<number>;
  /** Object URLs that the offscreen document holds. */
  readonly objectUrls: ReadonlySet<string>;
}

export interface Verdict {
  readonly id: string;
  readonly events: readonly QueueEvent[];
}

/**
 * How long the browser may take to tell of a job that it was asked for: `downloads.download` makes its entry only
 * when the headers are there (Chromium 156), and a registration is gone before its last event is handled.
 */
export const GRACE = 30_000;
/** A download may bear a time slightly before the one at which we noted that we would ask. */
const CLOCK_SLACK = 100;
/** So far from now an entry may lie by a clock that is set right now and then, forward or back. */
const CLOCK_STEP = 2 * GRACE;

const LOST: Happening = { type: 'lost', with: 'worker' };
const LOST_WITH_BROWSER: Happening = { type: 'lost', with: 'browser' };

/**
 * Decides what to believe about each live item after the worker has been dead, or has been told anything.
 *
 * The browser went on working while we did not, so its report wins over ours. An item that we had begun to start and
 * that the browser has never heard of was lost between the two, and goes back into the queue; where the browser may
 * still be about to tell, we wait for `GRACE` first, for a file that arrives twice is as bad as one that does not.
 */
export function reconcile(live: readonly QueueItem[], facts: Facts): readonly Verdict[] {
  const claimed = new Set(live.map(downloadIdOf));
  return live.flatMap(item => {
    const events = happeningsTo(item, facts, claimed).map(happening => ({ attempt: item.attempt, ...happening }));
    return events.length === 0 ? [] : [{ id: item.id, events }];
  });
}

/** `claimed` are the downloads that belong to an item already; what is adopted here is added. */
function happeningsTo(item: QueueItem, facts: Facts, claimed: Set<number | null>): readonly Happening[] {
  switch (item.status) {
    case 'starting':
      if (isUnderWay(item, facts)) return [];
      if (item.step === 'probing') return [lost(facts)];
      if (item.step === 'gathering') return [];
      return item.plan.carrier === 'background-fetch'
        ? askedForFetch(item, item.askedAt, facts)
        : askedForDownload(item.url, item.askedAt, facts, claimed);
    case 'running':
      if (isUnderWay(item, facts)) return [];
      return item.carrier === 'background-fetch'
        ? runningFetch(item, item.missingSince, facts)
        : runningDownload(item.downloadId, item.url, null, facts);
    case 'saving':
      if (item.step === 'writing')
        return runningDownload(item.downloadId, item.parcel.objectUrl, item.parcel.size, facts);
      if (isUnderWay(item, facts)) return [];
      if (item.step === 'keeping') return [{ type: 'unkept' }];
      return item.step === 'collecting' ? collecting(item.since, facts) : askedToSave(item, facts);
    default:
      return [];
  }
}

/**
 * What the browser resumes by itself at its start goes out without our header rules, then fails or hangs
 * (Chromium 156), so a registration of an earlier session is not waited for. One that this session has not heard of is
 * asked for once more; it may also have ended already, with its event still on the way.
 */
function askedForFetch(item: QueueItem, askedAt: number, facts: Facts): readonly Happening[] {
  if (facts.isNewSession) return [LOST_WITH_BROWSER];
  if (facts.registrations.has(fetchRegistration(item))) return [{ type: 'started', downloadId: null }];
  return isOver(askedAt, facts) ? [{ type: 'unheard' }] : [];
}

function runningFetch(item: QueueItem, missingSince: number | null, facts: Facts): readonly Happening[] {
  if (facts.isNewSession) return [LOST_WITH_BROWSER];
  if (facts.registrations.has(fetchRegistration(item))) return missingSince === null ? [] : [{ type: 'found' }];
  if (missingSince === null) return [{ type: 'missing' }];
  return isOver(missingSince, facts) ? [LOST] : [];
}

function askedForDownload(
  url: string,
  askedAt: number,
  facts: Facts,
  claimed: Set<number | null>,
): readonly Happening[] {
  const isLater = ({ startedAt }: DownloadFact): boolean => beganSince(askedAt, startedAt, facts.now);
  const isIt = (fact: DownloadFact): boolean =>
    fact.url === url && isLater(fact) && !claimed.has(fact.id) && !facts.owned.has(fact.id);
  const fact = facts.downloads.find(isIt);
  // A new session may be one of the extension only, which was loaded anew: the browser still asks the server.
  if (fact === undefined) return isOver(askedAt, facts) ? [lost(facts)] : [];
  claimed.add(fact.id);
  return [{ type: 'started', downloadId: fact.id }, ...outcome(fact, facts, null)];
}

/**
 * Whether an entry began after the asking. What seems to be still to come is of a clock that was set back: an old entry,
 * where the asking is of the clock as it is now. Where the asking too is of the clock as it was, the entry began after it
 * by that clock, or a moment ago by this one.
 */
export function beganSince(askedAt: number, startedAt: number, now: number): boolean {
  const isAfter = startedAt >= askedAt - CLOCK_SLACK;
  return askedAt > now ? isAfter || Math.abs(now - startedAt) <= CLOCK_STEP : isAfter && startedAt <= now + CLOCK_STEP;
}

function runningDownload(downloadId: number, url: string, size: number | null, facts: Facts): readonly Happening[] {
  const fact = facts.downloads.find(each => each.id === downloadId && each.url === url);
  if (fact !== undefined) return outcome(fact, facts, size);
  if (facts.isNewSession) return [LOST_WITH_BROWSER];
  return [{ type: 'failed', reason: failure('entry-removed'), bytes: 0 }];
}

/** The records live only as long as their event: a worker that died over them has lost them. */
function collecting(since: number, facts: Facts): readonly Happening[] {
  return facts.isNewSession || isOver(since, facts) ? [lost(facts)] : [];
}

function askedToSave(item: QueueItem & { status: 'saving'; step: 'asking' }, facts: Facts): readonly Happening[] {
  const { objectUrl, size } = item.parcel;
  const fact = facts.downloads.find(each => each.url === objectUrl);
  if (fact !== undefined) return [{ type: 'started', downloadId: fact.id }, ...outcome(fact, facts, size)];
  if (facts.isNewSession) return [LOST_WITH_BROWSER];
  if (!isOver(item.askedAt, facts)) return [];
  return facts.objectUrls.has(objectUrl) ? [{ type: 'still-packed' }] : [LOST];
}

/** `size` is what the file must have, where we know it; a file of another size is not the one that was asked for. */
function outcome(fact: DownloadFact, facts: Facts, size: number | null): readonly Happening[] {
  if (fact.state === 'in_progress') return [];
  if (fact.state === 'complete') {
    if (size !== null && fact.bytes !== size)
      return [{ type: 'failed', reason: failure('wrong-size', `${fact.bytes} of ${size} bytes`), bytes: 0 }];
    return [{ type: 'completed', path: fact.path, bytes: fact.bytes }];
  }
  // A browser that is closed cancels its downloads, one that crashed leaves them as CRASH: neither is the server's
  // fault, and `resume` would start from 0 under a wrong name (Chromium 156).
  const isOurEnd = fact.error === 'CRASH' || fact.error === 'USER_SHUTDOWN';
  if (isOurEnd || facts.isNewSession) return [LOST_WITH_BROWSER];
  if (fact.error === 'USER_CANCELED') return [{ type: 'cancelled-in-browser' }];
  return [{ type: 'failed', reason: failureOfInterrupt(fact.error ?? 'unknown'), bytes: fact.bytes }];
}

function isUnderWay(item: QueueItem, { underWay }: Facts): boolean {
  return underWay.has(registrationId(item)) || (isFetching(item) && underWay.has(fetchRegistration(item)));
}

function lost(facts: Facts): Happening {
  return facts.isNewSession ? LOST_WITH_BROWSER : LOST;
}

/** A clock that was set back must not keep an item waiting for years. */
function isOver(since: number, facts: Facts): boolean {
  return Math.abs(facts.now - since) >= GRACE;
}
