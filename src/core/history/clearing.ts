import type { ItemIn, QueueItem } from '../queue/item.ts';
import { isWithin } from '../links/host.ts';

/** Which of the items that have ended the user wants to clear away. */
export interface Clearing {
  /** Ended before this, ms since the epoch; null: whenever. */
  readonly before: number | null;
  /** A host, with all below it, of the file or of its page; null: any. */
  readonly host: string | null;
  readonly statuses: readonly ItemIn<'done' | 'failed' | 'cancelled'>['status'][];
}

export function isCleared(item: QueueItem, { before, host, statuses }: Clearing): boolean {
  if (!('endedAt' in item) || !statuses.includes(item.status)) return false;
  if (before !== null && item.endedAt >= before) return false;
  return host === null || isOf(item.url, host) || (item.referrer !== null && isOf(item.referrer, host));
}

function isOf(url: string, host: string): boolean {
  return isWithin(new URL(url).hostname, host);
}
