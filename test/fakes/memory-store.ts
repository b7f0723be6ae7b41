import { isLive, PRIORITIES, type QueueItem, type Status, STATUSES } from '../../src/core/queue/item.ts';
import type { ItemStore } from '../../src/worker/ports.ts';

/** The queue in memory, with the promises of `ItemStore` and nothing else. It outlives the worker, as a disk does. */
export function createMemoryStore(): ItemStore & { readonly all: () => readonly QueueItem[] } {
  const items = new Map<string, QueueItem>();
  const all = (): readonly QueueItem[] => [...items.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const inTurn = (): readonly QueueItem[] =>
    [...all()].sort((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
  const due = (): readonly (QueueItem & { status: 'waiting' })[] => all().filter(item => item.status === 'waiting');
  return {
    all,
    async save(changed) {
      for (const item of changed) items.set(item.id, structuredClone(item));
    },
    async remove(ids) {
      for (const id of ids) items.delete(id);
    },
    get: async ids => ids.flatMap(id => items.get(id) ?? []),
    live: async () => all().filter(isLive),
    nextQueued: async count =>
      inTurn()
        .filter(item => item.status === 'queued')
        .slice(0, count),
    due: async (now, farthest) => due().filter(item => item.dueAt <= now || item.dueAt > farthest),
    nextDueAt: async () => due().reduce<number | null>((least, { dueAt }) => Math.min(least ?? dueAt, dueAt), null),
    withUrls: async urls => urls.map(url => all().filter(item => item.url === url)),
    ends: async () => ({ first: all()[0]?.order ?? null, last: all().at(-1)?.order ?? null }),
    counts: async () =>
      Object.fromEntries(
        STATUSES.map(status => [status, all().filter(item => item.status === status).length]),
      ) as Record<Status, number>,
    idsIn: async statuses =>
      all()
        .filter(item => statuses.includes(item.status))
        .map(item => item.id),
    page: async ({ offset, limit }) => ({ total: items.size, items: all().slice(offset, offset + limit) }),
  };
}
