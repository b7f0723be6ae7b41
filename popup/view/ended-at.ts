import type { LogWord } from '../../src/core/queue/log.ts';
import type { ListedItem } from '../../src/messages/listing.ts';

/** What may happen to a download that has ended, and is no other end. */
const AFTERWARDS: readonly LogWord[] = ['restored', 'file-deleted'];

/** When a download ended, ms since the epoch. */
export function endedAt({ log }: Pick<ListedItem, 'log'>): number | null {
  return log.findLast(({ what }) => !AFTERWARDS.includes(what))?.at ?? null;
}
