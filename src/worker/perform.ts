import { assertNever } from '../core/assert-never.ts';
import { failure, FailedAttempt } from '../core/carriers/failure.ts';
import type { ProbeResult } from '../core/carriers/probe-result.ts';
import { isGranted } from '../core/links/origin-patterns.ts';
import type { Effect } from '../core/queue/effect.ts';
import type { Happening } from '../core/queue/event.ts';
import type { ItemIn, QueueItem } from '../core/queue/item.ts';
import { NOWHERE } from '../core/queue/place.ts';
import { isOverwriting } from '../core/queue/placing.ts';
import type { DownloadPlan, Parcel } from '../core/queue/plan.ts';
import { end } from './end.ts';
import { collect, keep } from './fetched.ts';
import type { Hands } from './hands.ts';
import { freePath, place, toldBy } from './place.ts';
import type { Ports } from './ports.ts';

const LOST: Happening = { type: 'lost', with: 'worker' };

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
      return item.status === 'saving' && item.step === 'asking' ? save(ports, item, item.parcel) : null;
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
  if (probe.kind !== 'answered') return { type: 'probed', probe, isHad: false, placed: NOWHERE };
  const { filename, placed } = await place(ports, item, toldBy(probe));
  return { type: 'probed', probe, isHad: await isHad(ports, filename, probe.total), placed };
}

async function isHad(ports: Ports, filename: string, total: number | null): Promise<boolean> {
  const { skipDownloaded } = await ports.settings.read();
  return skipDownloaded && total !== null && ports.items.hasFile(filename.split('/').at(-1) ?? '', total);
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
      : await ports.carriers['browser-download'].start(item, await withFreePath(ports, item, plan), companions);
  return { type: 'started', downloadId };
}

/** The name that the browser finds by itself is told to it only where that is taken. */
async function withFreePath(ports: Ports, item: QueueItem, plan: DownloadPlan): Promise<DownloadPlan> {
  if (plan.filename === null) return plan;
  const filename = await freePath(ports, item, plan.filename, null);
  if (plan.naming !== 'browser') return { ...plan, filename };
  return filename === plan.filename ? { ...plan, filename: null } : { ...plan, filename, naming: 'given' };
}

async function save(ports: Ports, item: QueueItem, { objectUrl, filename }: Parcel): Promise<Happening> {
  const downloadId = await ports.downloads.start({
    url: objectUrl,
    filename: await freePath(ports, item, filename, null),
    overwrites: isOverwriting(item),
    isNamed: true,
  });
  return { type: 'started', downloadId };
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
