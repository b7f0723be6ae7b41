import type { QueueItem } from '../queue/item.ts';

/** What items are looked for by. */
export interface Find {
  /** Each of its words must be found, in any case: in the address, the page, the name, the folder or the path. */
  readonly search: string;
  /** ms since the epoch, both included, over the end of what has ended and the adding of the rest; null: no bound. */
  readonly since: number | null;
  readonly until: number | null;
}

/** Whether items are looked for at all. */
export function isLooking({ search, since, until }: Find): boolean {
  return search.trim() !== '' || since !== null || until !== null;
}

/** A test of items, made once for many of them. */
export function finder({ search, since, until }: Find): (item: QueueItem) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return item => {
    const at = 'endedAt' in item ? item.endedAt : item.addedAt;
    if ((since !== null && at < since) || (until !== null && at > until)) return false;
    const text = words.length === 0 ? '' : textOf(item);
    return words.every(word => text.includes(word));
  };
}

function textOf(item: QueueItem): string {
  const { url, referrer, name, folder, ruled } = item;
  const path = item.status === 'done' ? item.path : '';
  return [url, referrer, name, folder, ruled?.folder, path].filter(Boolean).join('\n').toLowerCase();
}
