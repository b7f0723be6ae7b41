import { type Effect, stopDownload, stopFetch } from '../core/queue/effect.ts';
import { isLive, type QueueItem } from '../core/queue/item.ts';
import { downloadIdOf, fetchRegistration, objectUrlOf, registrationId } from '../core/queue/item-jobs.ts';
import type { Ports } from './ports.ts';

/**
 * What the browser still does for nobody: a worker that died between saving that a job is over and ending it leaves it
 * running, one that died before it noted a parcel leaves a blob. Looked for once in each life of the worker, while
 * nothing of its own is under way.
 */
export async function findStrays(ports: Ports, live: readonly QueueItem[]): Promise<readonly Effect[]> {
  const [registrations, urls, downloads] = await Promise.all([
    ports.registrationIds(),
    ports.parcels.heldUrls(),
    findStrayDownloads(ports, live),
  ]);
  const wanted = new Set(live.flatMap(item => [registrationId(item), fetchRegistration(item)]));
  const parcels = new Set(live.map(objectUrlOf));
  return [
    ...registrations.filter(id => !wanted.has(id)).map(stopFetch),
    ...urls.filter(url => !parcels.has(url)).map((objectUrl): Effect => ({ do: 'release', objectUrl })),
    ...downloads,
  ];
}

/**
 * Downloads that no item knows, and those that should stand still. Chromium makes the entry of a download only when the server has answered: one that a
 * dead worker had asked for may come when its item is paused, or has been asked for once more.
 */
export async function findStrayDownloads(ports: Ports, live: readonly QueueItem[]): Promise<readonly Effect[]> {
  const downloads = await ports.downloads.unfinished();
  const parcels = new Set(live.map(objectUrlOf));
  const owners = await ports.items.withUrls(downloads.map(({ url }) => url));
  const strays = downloads.filter(({ id, url }, index) => !parcels.has(url) && !isOwned(id, owners[index] ?? []));
  const held = downloads.filter(({ id }, index) => (owners[index] ?? []).some(item => isHeldWith(item, id)));
  return [
    ...strays.map(({ id }) => stopDownload(id)),
    // It may have been noted as held by a worker that died before it told the browser.
    ...held.map(({ id }): Effect => ({ do: 'hold', downloadId: id })),
  ];
}

function isHeldWith(item: QueueItem, downloadId: number): boolean {
  return 'held' in item && item.held?.downloadId === downloadId;
}

/** An item that was about to ask for this URL may own the download without knowing its id yet. */
function isOwned(downloadId: number, items: readonly QueueItem[]): boolean {
  return items.some(
    item => downloadIdOf(item) === downloadId || (isLive(item) && item.status === 'starting' && item.step === 'asking'),
  );
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
