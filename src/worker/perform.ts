import { assertNever } from '../core/assert-never.ts';
import type { JobOf } from '../carriers/carrier.ts';
import { bytesHereBefore } from '../carriers/background-fetch/carrier.ts';
import {
  type CollectedFile,
  collectFile,
  collectParts,
  type EndedFetch,
  type FetchEnd,
  reasonOfFailure,
} from '../carriers/background-fetch/collect.ts';
import { harvest, isComplete } from '../carriers/background-fetch/records.ts';
import { failure, FailedAttempt } from '../core/carriers/failure.ts';
import { nameFor } from '../core/carriers/plan-carrier.ts';
import type { ProbeResult } from '../core/carriers/probe-result.ts';
import { isGranted } from '../core/links/origin-patterns.ts';
import { type Effect, type Job, stopFetch } from '../core/queue/effect.ts';
import type { Happening } from '../core/queue/event.ts';
import { type ItemIn, type QueueItem } from '../core/queue/item.ts';
import type { PartsPlan } from '../core/queue/plan.ts';
import { fetchPlanOf, fetchRegistration, isFetching } from '../core/queue/item-jobs.ts';
import { isKeeping, keptOf } from '../core/queue/keeping.ts';
import type { Ports } from './ports.ts';
import { salvage, type Tell } from './salvage.ts';

const LOST: Happening = { type: 'lost', with: 'worker' };

/** What effects are performed with. */
export interface Hands {
  readonly ports: Ports;
  /** Background Fetches whose event is being handled: their records can be read until it settles. */
  readonly ends: ReadonlyMap<string, EndedFetch>;
  readonly tell: Tell;
  /** Holds the whole queue, and tells the user why; nothing where it is held already. */
  readonly holdForRoom: () => Promise<void>;
}

/** `unended`: it may go on still, and is to be swept. */
export type Outcome = Happening | 'unended' | null;

/**
 * Performs one effect of an item that is on disk already, and answers what came of it, or null where the browser will
 * tell by itself. What fails becomes a `failed` or a `lost`: nothing fails silently.
 */
export async function perform(hands: Hands, item: QueueItem, effect: Effect): Promise<Outcome> {
  try {
    return await attempt(hands, item, effect);
  } catch (error) {
    if (error instanceof FailedAttempt) return { type: 'failed', reason: error.failure, bytes: 0 };
    console.error('Longhaul:', effect.do, item.id, error);
    return { type: 'failed', reason: failure('interrupted', String(error)), bytes: 0 };
  }
}

async function attempt(hands: Hands, item: QueueItem, effect: Effect): Promise<Outcome> {
  const { ports } = hands;
  switch (effect.do) {
    case 'probe':
      return askBeforehand(ports, item);
    case 'ask':
      return item.status === 'starting' && item.step === 'asking' ? start(ports, item, effect.with) : null;
    case 'collect':
      return collect(hands, item);
    case 'keep':
      return keep(hands, item);
    case 'hold-all':
      await hands.holdForRoom();
      return null;
    case 'forget-parts':
      return forgetParts(ports, item);
    case 'save':
      return item.status === 'saving' && item.step === 'asking'
        ? {
            type: 'started',
            downloadId: await ports.downloads.start({ url: item.parcel.objectUrl, filename: item.parcel.filename }),
          }
        : null;
    case 'stop':
    case 'hold':
    case 'release':
      return (await end(ports, effect)) ? null : 'unended';
    case 'go-on':
      return goOn(ports, effect.downloadId);
    default:
      return assertNever(effect);
  }
}

async function forgetParts(ports: Ports, item: QueueItem): Promise<Outcome> {
  return ports.parts.forget(item.id).then(
    () => null,
    () => 'unended' as const,
  );
}

async function askBeforehand(ports: Ports, item: QueueItem): Promise<Happening> {
  const canSee = isGranted(item.url, await ports.grants());
  const probe: ProbeResult = canSee ? await ports.probe(item.url) : { kind: 'not-asked' };
  return { type: 'probed', probe, isHad: await isHad(ports, item, probe) };
}

async function isHad(ports: Ports, item: QueueItem, probe: ProbeResult): Promise<boolean> {
  const { skipDownloaded } = await ports.settings.read();
  if (!skipDownloaded || probe.kind !== 'answered' || probe.total === null) return false;
  return ports.items.hasFile(nameFor(item, probe), probe.total);
}

async function start(
  ports: Ports,
  item: ItemIn<'starting'> & { step: 'asking' },
  companions: readonly QueueItem[],
): Promise<Happening> {
  const { plan } = item;
  const { downloadId } =
    plan.carrier === 'background-fetch'
      ? await ports.carriers['background-fetch'].start(item, plan, companions)
      : await ports.carriers['browser-download'].start(item, plan, companions);
  return { type: 'started', downloadId };
}

async function collect(hands: Hands, item: QueueItem): Promise<Happening | null> {
  if (item.status !== 'saving' || item.step !== 'collecting') return null;
  const { ports, ends } = hands;
  const { plan } = item;
  const end = ends.get(fetchRegistration(item)) ?? null;
  if (end === null && plan.parts?.missing.length !== 0) return LOST;
  const file =
    plan.parts === null ? await collectFile(item, plan, end ?? NOTHING) : await join(hands, item, plan.parts);
  const objectUrl = await ports.parcels.pack(file.blob);
  return { type: 'packed', parcel: { objectUrl, filename: file.filename, size: file.blob.size } };
}

const NOTHING = { responses: async (): Promise<readonly []> => [] };

/** The file out of the parts that have come and those that were here. Where some are missing, the others are kept. */
async function join({ ports, ends, tell }: Hands, item: QueueItem, plan: PartsPlan): Promise<CollectedFile> {
  const records = ends.get(fetchRegistration(item)) ?? NOTHING;
  const here = keptOf(item, plan.version);
  const kept = await ports.parts.read(item.id, here);
  if (kept.size < here.length) throw new FailedAttempt(failure('changed', 'a kept part is gone'));
  try {
    return await collectParts(item, plan, await harvest(records, item.id, plan), kept);
  } catch (error) {
    const isIncomplete = error instanceof FailedAttempt && error.failure.code === 'wrong-size';
    if (isIncomplete) await salvage(ports, tell, item, plan, records);
    throw error;
  }
}

/** Puts the finished parts away and ends the registration. What cannot be put away is asked for again. */
async function keep(hands: Hands, item: QueueItem): Promise<Happening> {
  await keepFinished(hands, item);
  await end(hands.ports, stopFetch(fetchRegistration(item)));
  return { type: 'stopped' };
}

/** Puts away what is finished of a Background Fetch in parts, whether it runs on or has ended. */
export async function keepFinished({ ports, ends, tell }: Hands, item: QueueItem): Promise<void> {
  const plan = fetchPlanOf(item)?.parts ?? null;
  if (plan === null || item.inWhole) return;
  const registration = fetchRegistration(item);
  try {
    const records = ends.get(registration) ?? (await ports.openFetch(registration));
    if (records !== null) await salvage(ports, tell, item, plan, records);
  } catch (error) {
    console.error('Longhaul: parts of', item.id, error);
  }
}

/**
 * Lets a held download go on. One that is over already is for `reconcile` to judge; one that was interrupted meanwhile
 * is begun anew, for `resume` after a crash starts from 0 and forgets the name (Chromium 156).
 */
async function goOn(ports: Ports, downloadId: number): Promise<Happening | null> {
  const [fact] = await ports.downloads.find([downloadId], []);
  if (fact?.state === 'complete') return null;
  if (fact?.state !== 'in_progress') return LOST;
  return ports.downloads.goOn(downloadId).then(
    () => null,
    () => LOST,
  );
}

/** Performs an effect that ends something, and answers whether it could. One that the browser does not know has ended. */
export async function end(ports: Ports, effect: Effect): Promise<boolean> {
  try {
    if (effect.do === 'hold') await ports.downloads.hold(effect.downloadId);
    if (effect.do === 'release') await ports.parcels.release(effect.objectUrl);
    if (effect.do === 'stop') await stop(ports, effect.job);
    return true;
  } catch (error) {
    console.error('Longhaul:', effect.do, error);
    return false;
  }
}

async function stop(ports: Ports, job: Job): Promise<void> {
  if (job.carrier === 'background-fetch') await stopFetchOf(ports, job);
  else await ports.carriers['browser-download'].stop(job);
}

/** Others of a group may still want the registration: what it brings for the one that left is not taken. */
async function stopFetchOf(ports: Ports, job: JobOf<'background-fetch'>): Promise<void> {
  const live = await ports.items.live();
  const isWanted = live.some(item => isFetching(item) && fetchRegistration(item) === job.registration);
  if (!isWanted) await ports.carriers['background-fetch'].stop(job);
}

/**
 * The first act for a success is to write it down; a failure is first asked for its reason and its finished parts, which
 * its event holds.
 */
export async function whatEnded(
  { ports, tell }: Hands,
  item: QueueItem,
  end: FetchEnd,
  ended: EndedFetch,
): Promise<Happening> {
  if (end === 'success' && !isKeeping(item)) return { type: 'fetched' };
  const plan = fetchPlanOf(item);
  const found = plan === null || plan.parts === null ? null : await salvage(ports, tell, item, plan.parts, ended);
  // Another file of its group may have failed, or the end may have come a moment after all was here.
  if (plan !== null && (await isComplete(ended, item.id, plan, found))) return { type: 'fetched' };
  // A browser that is closed ends its fetches, and tells so at its next start: that is nobody's fault.
  if (await ports.session.isNew()) return { type: 'lost', with: 'browser' };
  if (end === 'abort' || ended.failureReason === 'aborted') return { type: 'cancelled-in-browser' };
  // A server that sends the whole for each part exceeds what was announced.
  const isTooMuch = found !== null && ended.failureReason === 'download-total-exceeded';
  const reason = await reasonOfFailure(ended, item.id, found?.fault ?? (isTooMuch ? 'no-parts' : null));
  return { type: 'failed', reason, bytes: ended.downloaded + (plan === null ? 0 : bytesHereBefore(plan)) };
}
