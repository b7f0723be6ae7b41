import { lookAt } from '../../carriers/carrier.ts';
import { isLive, type QueueItem } from '../../core/queue/item.ts';
import type { ListedGroup } from '../../messages/listing.ts';
import type { Ports } from '../ports.ts';

/** The groups that are under way, each with one progress: of files, for the sizes of those to come are not known. */
export async function groups(ports: Ports): Promise<{ groups: ListedGroup[] }> {
  const found = await ports.items.groups();
  if (found.length === 0) return { groups: [] };
  const live = await ports.items.live();
  const listed = await Promise.all(
    found.map(async ({ group, counts }): Promise<ListedGroup> => {
      const own = live.filter(item => item.group?.id === group.id);
      const shares = await Promise.all(own.map(item => shareOf(ports, item)));
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const progress = (counts.done + shares.reduce((sum, share) => sum + share, 0)) / total;
      return { id: group.id, title: group.title, counts, total, progress };
    }),
  );
  return { groups: listed };
}

/** How much of a live item is here, 0–1; 0 where nobody knows. */
async function shareOf(ports: Ports, item: QueueItem): Promise<number> {
  if (!isLive(item) || item.status === 'starting') return 0;
  if (item.status === 'saving') return 1;
  const seen = await lookAt(ports.carriers, item);
  return seen === null || seen.total === null || seen.total === 0 ? 0 : Math.min(1, seen.bytes / seen.total);
}
