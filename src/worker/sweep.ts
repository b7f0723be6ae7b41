import { type Effect, stopDownload, stopFetch } from '../core/queue/effect.ts';
import { isLive, type QueueItem } from '../core/queue/item.ts';
import { beganSince, type DownloadFact } from '../core/queue/reconcile.ts';
import {
  downloadIdOf,
  fetchRegistration,
  isAsking,
  objectUrlOf,
  registrationId,
  unansweredOf,
} from '../core/queue/item-jobs.ts';
import type { Life } from './life.ts';
import type { Ports } from './ports.ts';

/** What the browser does for nobody, or is to hold. */
export interface Strays {
  readonly endings: readonly Effect[];
  /** Late answers to what a dead worker asked for, of items that were taken back since. */
  readonly answered: readonly Answered[];
  /** There may be more, which is known only later. */
  readonly isInDoubt: boolean;
}
export interface Answered {
  readonly item: QueueItem;
  readonly downloadId: number;
}

/**
 * What the browser still does for nobody: a worker that died between saving that a job is over and ending it leaves it
 * running, one that died before it noted a parcel leaves a blob. Looked for once in each life of the worker, and after a
 * fault, while nothing of its own is under way. `unasked`: live items for which the browser has not been asked yet.
 */
export async function findStrays(
  ports: Ports,
  life: Life,
  live: readonly QueueItem[],
  unasked: ReadonlySet<string>,
): Promise<Strays> {
  const [registrations, urls, { endings, ...rest }] = await Promise.all([
    ports.registrationIds(),
    ports.parcels.heldUrls(),
    findStrayDownloads(ports, life, live, unasked),
  ]);
  const wanted = new Set(live.flatMap(item => [registrationId(item), fetchRegistration(item)]));
  const parcels = new Set(live.map(objectUrlOf));
  const jobs = [
    ...registrations.filter(id => !wanted.has(id)).map(stopFetch),
    ...urls.filter(url => !parcels.has(url)).map((objectUrl): Effect => ({ do: 'release', objectUrl })),
  ];
  return { endings: [...jobs, ...endings], ...rest };
}

/**
 * Downloads that no item knows, and those that should stand still. Chromium makes the entry of a download only when the
 * server has answered: one that a dead worker had asked for may come when its item is paused, or has been asked for
 * once more. Whether that one is wanted is in doubt until the item knows its own.
 */
export async function findStrayDownloads(
  ports: Ports,
  life: Life,
  live: readonly QueueItem[],
  unasked: ReadonlySet<string>,
): Promise<Strays> {
  const downloads = await ports.downloads.unfinished();
  const parcels = new Set(live.map(objectUrlOf));
  const owners = await ports.items.withUrls(downloads.map(({ url }) => url));
  const ownersOf = new Map(downloads.map(({ id }, index) => [id, owners[index] ?? []]));
  const isKnown = (id: number): boolean => ownersOf.get(id)?.some(item => downloadIdOf(item) === id) ?? false;
  const mayBeWanted = ({ id, url }: DownloadFact): boolean =>
    life.asks.of(url).length > 0 || (ownersOf.get(id)?.some(item => isAsking(item) && !unasked.has(item.id)) ?? false);
  const unknown = downloads.filter(({ id, url }) => !parcels.has(url) && !isKnown(id));
  const unwanted = unknown.filter(fact => !mayBeWanted(fact));
  const answered = lateAnswers(unwanted, ownersOf, ports.now());
  const kept = new Set(answered.map(({ downloadId }) => downloadId));
  const held = downloads.map(({ id }) => id).filter(id => ownersOf.get(id)?.some(item => isHeldWith(item, id)));
  return {
    endings: [
      ...unwanted.filter(({ id }) => !kept.has(id)).map(({ id }) => stopDownload(id)),
      // It may have been noted as held by a worker that died before it told the browser.
      ...held.map((downloadId): Effect => ({ do: 'hold', downloadId })),
    ],
    answered,
    isInDoubt: unknown.some(mayBeWanted),
  };
}

/** Which item each of these downloads answers, one for each. */
function lateAnswers(
  facts: readonly DownloadFact[],
  ownersOf: ReadonlyMap<number, readonly QueueItem[]>,
  now: number,
): readonly Answered[] {
  const answered = new Map<string, Answered>();
  for (const { id, startedAt } of facts) {
    const item = ownersOf.get(id)?.find(each => {
      const ask = answered.has(each.id) ? null : unansweredOf(each);
      return ask !== null && beganSince(ask.askedAt, startedAt, now);
    });
    if (item !== undefined) answered.set(item.id, { item, downloadId: id });
  }
  return [...answered.values()];
}

function isHeldWith(item: QueueItem, downloadId: number): boolean {
  return 'held' in item && item.held?.downloadId === downloadId;
}

/** Removes the parts of items that are gone, or have no use for them any more. */
export async function forgetStrayParts(ports: Ports): Promise<void> {
  const owners = await ports.parts.owners();
  if (owners.length === 0) return;
  const items = new Map((await ports.items.get(owners)).map(item => [item.id, item]));
  const isStray = (id: string): boolean => {
    const item = items.get(id);
    return item === undefined || (item.kept === null && !isLive(item));
  };
  await Promise.all(owners.filter(isStray).map(ports.parts.forget));
}
