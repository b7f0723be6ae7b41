import { type Effect, stopDownload, stopFetch } from '../core/queue/effect.ts';
import { isLive, type QueueItem } from '../core/queue/item.ts';
import { downloadIdOf, fetchRegistration, objectUrlOf, registrationId } from '../core/queue/item-jobs.ts';
import type { Ports } from './ports.ts';

/** What the browser does for nobody, or is to hold; `isInDoubt`: there may be more, which is known only later. */
export interface Strays {
  readonly endings: readonly Effect[];
  readonly isInDoubt: boolean;
}

/**
 * What the browser still does for nobody: a worker that died between saving that a job is over and ending it leaves it
 * running, one that died before it noted a parcel leaves a blob. Looked for once in each life of the worker, and after a
 * fault, while nothing of its own is under way. `unasked`: live items for which the browser has not been asked yet.
 */
export async function findStrays(
  ports: Ports,
  live: readonly QueueItem[],
  unasked: ReadonlySet<string>,
): Promise<Strays> {
  const [registrations, urls, { endings, isInDoubt }] = await Promise.all([
    ports.registrationIds(),
    ports.parcels.heldUrls(),
    findStrayDownloads(ports, live, unasked),
  ]);
  const wanted = new Set(live.flatMap(item => [registrationId(item), fetchRegistration(item)]));
  const parcels = new Set(live.map(objectUrlOf));
  const jobs = [
    ...registrations.filter(id => !wanted.has(id)).map(stopFetch),
    ...urls.filter(url => !parcels.has(url)).map((objectUrl): Effect => ({ do: 'release', objectUrl })),
  ];
  return { endings: [...jobs, ...endings], isInDoubt };
}

/**
 * Downloads that no item knows, and those that should stand still. Chromium makes the entry of a download only when the
 * server has answered: one that a dead worker had asked for may come when its item is paused, or has been asked for
 * once more. Whether that one is wanted is in doubt until the item knows its own.
 */
export async function findStrayDownloads(
  ports: Ports,
  live: readonly QueueItem[],
  unasked: ReadonlySet<string>,
): Promise<Strays> {
  const downloads = await ports.downloads.unfinished();
  const parcels = new Set(live.map(objectUrlOf));
  const owners = await ports.items.withUrls(downloads.map(({ url }) => url));
  const ownersOf = new Map(downloads.map(({ id }, index) => [id, owners[index] ?? []]));
  const isKnown = (id: number): boolean => ownersOf.get(id)?.some(item => downloadIdOf(item) === id) ?? false;
  const mayBeOne = (id: number): boolean =>
    ownersOf.get(id)?.some(item => isAsking(item) && !unasked.has(item.id)) ?? false;
  const unknown = downloads.filter(({ id, url }) => !parcels.has(url) && !isKnown(id)).map(({ id }) => id);
  const held = downloads.map(({ id }) => id).filter(id => ownersOf.get(id)?.some(item => isHeldWith(item, id)));
  return {
    endings: [
      ...unknown.filter(id => !mayBeOne(id)).map(stopDownload),
      // It may have been noted as held by a worker that died before it told the browser.
      ...held.map((downloadId): Effect => ({ do: 'hold', downloadId })),
    ],
    isInDoubt: unknown.some(mayBeOne),
  };
}

function isHeldWith(item: QueueItem, downloadId: number): boolean {
  return 'held' in item && item.held?.downloadId === downloadId;
}

/** It may own a download of its URL without knowing the id yet. */
function isAsking(item: QueueItem): boolean {
  return item.status === 'starting' && item.step === 'asking';
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
