import { assertNever } from '../core/assert-never.ts';
import { collectFile, type EndedFetch, type FetchEnd, reasonOfFailure } from '../carriers/background-fetch/collect.ts';
import { failure, FailedAttempt } from '../core/carriers/failure.ts';
import { nameFor } from '../core/carriers/plan-carrier.ts';
import type { ProbeResult } from '../core/carriers/probe-result.ts';
import { isGranted } from '../core/links/origin-patterns.ts';
import type { Effect, Job } from '../core/queue/effect.ts';
import type { Happening } from '../core/queue/event.ts';
import { type ItemIn, type QueueItem } from '../core/queue/item.ts';
import { registrationId } from '../core/queue/item-jobs.ts';
import type { Ports } from './ports.ts';

const LOST: Happening = { type: 'lost', with: 'worker' };

/** Background Fetches whose event is being handled: their records can be read until it settles. */
export type OpenEnds = ReadonlyMap<string, EndedFetch>;

/** `unended`: it may go on still, and is to be swept. */
export type Outcome = Happening | 'unended' | null;

/**
 * Performs one effect of an item that is on disk already, and answers what came of it, or null where the browser will
 * tell by itself. What fails becomes a `failed` or a `lost`: nothing fails silently.
 */
export async function perform(ports: Ports, ends: OpenEnds, item: QueueItem, effect: Effect): Promise<Outcome> {
  try {
    return await attempt(ports, ends, item, effect);
  } catch (error) {
    if (error instanceof FailedAttempt) return { type: 'failed', reason: error.failure, bytes: 0 };
    console.error('Longhaul:', effect.do, item.id, error);
    return { type: 'failed', reason: failure('interrupted', String(error)), bytes: 0 };
  }
}

async function attempt(ports: Ports, ends: OpenEnds, item: QueueItem, effect: Effect): Promise<Outcome> {
  switch (effect.do) {
    case 'probe':
      return askBeforehand(ports, item);
    case 'ask':
      return item.status === 'starting' && item.step === 'asking' ? start(ports, item) : null;
    case 'collect': {
      const end = ends.get(registrationId(item));
      return end === undefined ? LOST : collect(ports, item, end);
    }
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

async function start(ports: Ports, item: ItemIn<'starting'> & { step: 'asking' }): Promise<Happening> {
  const { plan } = item;
  const { downloadId } =
    plan.carrier === 'background-fetch'
      ? await ports.carriers['background-fetch'].start(item, plan)
      : await ports.carriers['browser-download'].start(item, plan);
  return { type: 'started', downloadId };
}

async function collect(ports: Ports, item: QueueItem, end: EndedFetch): Promise<Happening | null> {
  if (item.status !== 'saving' || item.step !== 'collecting') return null;
  const { blob, filename } = await collectFile(item, item.plan, end);
  const objectUrl = await ports.parcels.pack(blob);
  return { type: 'packed', parcel: { objectUrl, filename, size: blob.size } };
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
  if (job.carrier === 'background-fetch') await ports.carriers['background-fetch'].stop(job);
  else await ports.carriers['browser-download'].stop(job);
}

/** The first act for a success is to write it down; a failure is first asked for its reason, which its event holds. */
export async function whatEnded(ports: Ports, end: FetchEnd, ended: EndedFetch): Promise<Happening> {
  if (end === 'success') return { type: 'fetched' };
  // A browser that is closed ends its fetches, and tells so at its next start: that is nobody's fault.
  if (await ports.session.isNew()) return { type: 'lost', with: 'browser' };
  if (end === 'abort' || ended.failureReason === 'aborted') return { type: 'cancelled-in-browser' };
  return { type: 'failed', reason: await reasonOfFailure(ended), bytes: ended.downloaded };
}
