import { type QueueItem } from './item.ts';
import type { Parcel } from './plan.ts';
import { fetchRegistration, isFetching } from './item-jobs.ts';

/** What is to be done outside, after the new item is on disk. Doing it twice must be harmless. */
export type Effect =
  | { readonly do: 'probe' }
  /** `with`: items whose requests stand in the same registration. */
  | { readonly do: 'ask'; readonly with: readonly QueueItem[] }
  /** Takes the file out of a Background Fetch that has ended, while its event lasts. */
  | { readonly do: 'collect' }
  | { readonly do: 'save' }
  /** Puts the finished parts of a Background Fetch away, and ends it. */
  | { readonly do: 'keep' }
  /** The disk is full: everything is held until the user lets it go on. */
  | { readonly do: 'hold-all' }
  /** Nobody wants the kept parts of the item any more. */
  | { readonly do: 'forget-parts' }
  /** Ends a job and leaves nothing of it behind. */
  | { readonly do: 'stop'; readonly job: Job }
  | { readonly do: 'hold'; readonly downloadId: number }
  | { readonly do: 'go-on'; readonly downloadId: number }
  | { readonly do: 'release'; readonly objectUrl: string };

/** What the browser knows an attempt by. */
export type Job =
  | { readonly carrier: 'background-fetch'; readonly registration: string }
  /** `withFile`: one that has finished meanwhile loses its file, too. */
  | { readonly carrier: 'browser-download'; readonly downloadId: number; readonly withFile?: true };

/** Ends whatever the browser does for the item, and leaves nothing of it behind. */
export function endingEffects(item: QueueItem): readonly Effect[] {
  switch (item.status) {
    case 'starting':
      return isFetching(item) ? [stopFetch(fetchRegistration(item))] : [];
    case 'running':
      return item.carrier === 'background-fetch'
        ? [stopFetch(fetchRegistration(item))]
        : [stopDownload(item.downloadId)];
    case 'saving':
      if (item.step === 'keeping') return [stopFetch(fetchRegistration(item))];
      if (item.step === 'collecting') return [];
      return item.step === 'writing' ? [stopDownload(item.downloadId), release(item.parcel)] : [release(item.parcel)];
    case 'queued':
    case 'paused':
      return item.held === null || item.held.downloadId === null ? [] : [stopDownload(item.held.downloadId)];
    default:
      return [];
  }
}

/** The same, for an item that nobody wants any more: what is kept of it goes too. */
export function removingEffects(item: QueueItem): readonly Effect[] {
  return [...endingEffects(item), ...forgetting(item)];
}

/** Leaves nothing of the item in the part store. */
export function forgetting(item: QueueItem): readonly Effect[] {
  const mayHaveParts = item.kept !== null || ('plan' in item && 'parts' in item.plan && item.plan.parts !== null);
  return mayHaveParts ? [{ do: 'forget-parts' }] : [];
}

export function stopDownload(downloadId: number): Effect {
  return { do: 'stop', job: { carrier: 'browser-download', downloadId } };
}

/** Those of its group that still want the registration keep it. */
export function stopFetch(registration: string): Effect {
  return { do: 'stop', job: { carrier: 'background-fetch', registration } };
}

function release(parcel: Parcel): Effect {
  return { do: 'release', objectUrl: parcel.objectUrl };
}
