import { type Change, unchanged } from './change.ts';
import { type Effect, stopDownload, stopFetch } from './effect.ts';
import type { QueueEvent } from './event.ts';
import type { QueueItem } from './item.ts';
import { downloadIdOf, isFetching, objectUrlOf, registrationId } from './item-jobs.ts';

/**
 * What becomes of something that comes to an item which does not wait for it. A late `started` brings a job, a late
 * `packed` a blob, a late `kept` bytes: none may stay behind, but where it is the item's own.
 */
export function nobodyWaits(item: QueueItem, event: QueueEvent): Change {
  if (event.type === 'started') return { item, effects: strayJob(item, event) };
  if (event.type === 'kept') return { item, effects: [{ do: 'forget-parts' }] };
  const isStrayBlob = event.type === 'packed' && event.parcel.objectUrl !== objectUrlOf(item);
  return isStrayBlob ? { item, effects: [{ do: 'release', objectUrl: event.parcel.objectUrl }] } : unchanged(item);
}

/** The end of a job that began for an item which does not want it any more. */
function strayJob(item: QueueItem, { attempt, downloadId }: QueueEvent & { type: 'started' }): readonly Effect[] {
  if (downloadId !== null) return downloadId === downloadIdOf(item) ? [] : [stopDownload(downloadId)];
  // A registration whose records are being read must not be ended over them.
  const isOwn = attempt === item.attempt && (isFetching(item) || item.status === 'saving');
  return isOwn ? [] : [stopFetch(registrationId({ id: item.id, attempt }))];
}
