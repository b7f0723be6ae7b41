import { ENDED_STATUSES, type QueueItem, UNENDED_STATUSES } from '../core/queue/item.ts';
import type { Ports } from './ports.ts';

/** The groups of those items that have come to an end. */
export function endedGroups(items: readonly QueueItem[]): readonly string[] {
  const ended = items.filter(({ status }) => ENDED_STATUSES.some(each => each === status));
  return ended.flatMap(({ group }) => group?.id ?? []);
}

/** Tells the user of each group whose last item has ended: one notification, however many files it had. */
export async function tellOfEnds(ports: Ports, groups: Iterable<string>): Promise<void> {
  for (const id of new Set(groups)) {
    const found = await ports.items.countsOfGroup(id);
    if (found === null || UNENDED_STATUSES.some(status => found.counts[status] > 0)) continue;
    const { done, failed } = found.counts;
    const message = failed === 0 ? ports.words('group_done', done) : ports.words('group_doneFailed', done, failed);
    await ports.notify(`group ${id}`, found.group.title, message);
  }
}
