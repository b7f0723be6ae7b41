import type { ListedItem } from '../../src/messages/protocol.ts';

/** When a download ended, ms since the epoch. That it was removed and brought back since is no other end. */
export function endedAt({ log }: Pick<ListedItem, 'log'>): number | null {
  return log.findLast(({ what }) => what !== 'restored')?.at ?? null;
}
