import { type Parcel, type QueueItem } from './item.ts';
import { registrationId } from './item-jobs.ts';

/** What is to be done outside, after the new item is on disk. Doing it twice must be harmless. */
export type Effect =
  | { readonly do: 'probe' }
  | { readonly do: 'ask' }
  /** Takes the file out of a Background Fetch that has ended, while its event lasts. */
  | { readonly do: 'collect' }
  | { readonly do: 'save' }
  /** Ends a job and leaves nothing of it behind. */
  | { readonly do: 'stop'; readonly job: Job }
  | { readonly do: 'hold'; readonly downloadId: number }
  | { readonly do: 'go-on'; readonly downloadId: number }
  | { readonly do: 'release'; readonly objectUrl: string };

/** What the browser knows an attempt by. */
export type Job =
  | { readonly carrier: 'background-fetch'; readonly registration: string }
  | { readonly carrier: 'browser-download'; readonly downloadId: number };

/** Ends whatever the browser does for the item, and leaves nothing of it behind. */
export function endingEffects(item: QueueItem): readonly Effect[] {
  switch (item.status) {
    case 'starting':
      return item.step === 'asking' && item.plan.carrier === 'background-fetch' ? [stopFetch(item)] : [];
    case 'running':
      return item.carrier === 'background-fetch' ? [stopFetch(item)] : [stopDownload(item.downloadId)];
    case 'saving':
      if (item.step === 'collecting') return [];
      return item.step === 'writing' ? [stopDownload(item.downloadId), release(item.parcel)] : [release(item.parcel)];
    case 'queued':
    case 'paused':
      return item.held === null || item.held.downloadId === null ? [] : [stopDownload(item.held.downloadId)];
    default:
      return [];
  }
}

export function stopDownload(downloadId: number): Effect {
  return { do: 'stop', job: { carrier: 'browser-download', downloadId } };
}

export function stopFetch(item: Pick<QueueItem, 'id' | 'attempt'>): Effect {
  return { do: 'stop', job: { carrier: 'background-fetch', registration: registrationId(item) } };
}

function release(parcel: Parcel): Effect {
  return { do: 'release', objectUrl: parcel.objectUrl };
}
