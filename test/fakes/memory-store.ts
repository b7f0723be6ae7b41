import { isCleared } from '../../src/core/history/clearing.ts';
import { finder } from '../../src/core/history/find.ts';
import { ALWAYS_KEPT, forgottenBefore } from '../../src/core/history/retention.ts';
import { siteOf } from '../../src/core/links/site.ts';
import { isLive, PRIORITIES, type QueueItem, type Status, STATUSES } from '../../src/core/queue/item.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import type { ItemStore } from '../../src/worker/ports.ts';

/** The queue, and what lies open in it to whoever tests. */
export interface MemoryStore extends ItemStore {
  /** All items, by order. */
  all(): readonly QueueItem[];
  gates(): readonly SiteGate[];
  /** When each item that can be brought back was removed, ms since the epoch. */
  removals(): readonly number[];
}

/** The queue in memory, with the promises of `ItemStore` and nothing else. It outlives the worker, as a disk does. */
export function createMemoryStore(): MemoryStore {
  const items = new Map<string, QueueItem>();
  const gates = new Map<string, SiteGate>();
  let birth: string | null = null;
  let batch = 0;
  const removed = new Map<string, { at: number; item: QueueItem }>();
  const all = (): readonly QueueItem[] => [...items.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const inTurn = (): readonly QueueItem[] =>
    [...all()].sort((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
  const waiting = (): readonly (QueueItem & { status: 'waiting' })[] => all().filter(item => item.status === 'waiting');
  const countsOf = (some: readonly QueueItem[]): Record<Status, number> =>
    Object.fromEntries(STATUSES.map(status => [status, some.filter(item => item.status === status).length])) as Record<
      Status,
      number
    >;
  const oldest = (): number | null => {
    const times = [...removed.values()].map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  };
  const store: MemoryStore = {
    all,
    gates: () => [...gates.values()],
    removals: () => [...removed.values()].map(({ at }) => at),
    async save(changed, shut = []) {
      for (const item of changed) items.set(item.id, structuredClone(item));
      for (const gate of shut) if ((gates.get(gate.site)?.until ?? 0) < gate.until) gates.set(gate.site, gate);
    },
    async update(ids, decide) {
      const decided = decide(ids.map(id => items.get(id)));
      await store.save(decided.items, decided.gates);
      return decided;
    },
    async add(fresh) {
      for (const item of fresh) items.set(item.id, structuredClone(item));
    },
    get: async ids => ids.flatMap(id => items.get(id) ?? []),
    load: async (now, farthest) => ({
      live: all().filter(isLive),
      due: waiting().filter(item => item.dueAt <= now || item.dueAt > farthest),
      gates: [...gates.values()],
      removedAt: oldest(),
    }),
    held: async () => all().filter(item => 'held' in item && typeof item.held?.downloadId === 'number'),
    live: async () => all().filter(isLive),
    async nextQueued(chooser) {
      const taken: QueueItem[] = [];
      for (const item of inTurn())
        if (item.status === 'queued' && !chooser.isFull() && chooser.offer(item) === 'taken') taken.push(item);
      return taken;
    },
    outlook: async () => ({
      counts: countsOf(all()),
      nextDueAt: waiting().reduce<number | null>((least, { dueAt }) => Math.min(least ?? dueAt, dueAt), null),
      gates: [...gates.values()].filter(({ site }) =>
        all().some(item => item.status === 'queued' && siteOf(item.url) === site),
      ),
      removedAt: oldest(),
    }),
    async openGates(sites) {
      for (const site of sites) gates.delete(site);
    },
    withUrls: async urls => urls.map(url => all().filter(item => item.url === url)),
    hasFile: async (name, size) =>
      all().some(item => item.status === 'done' && item.bytes === size && item.path.endsWith(`/${name}`)),
    ends: async () => ({ first: all()[0]?.order ?? null, last: all().at(-1)?.order ?? null }),
    async neighbour(order, side) {
      const others = all().filter(item => (side === 'before' ? item.order < order : item.order > order));
      return others.at(side === 'before' ? -1 : 0)?.order ?? null;
    },
    counts: async () => countsOf(all()),
    glance: async () => ({ counts: countsOf(all()), removal: await store.lastRemoval() }),
    idsIn: async statuses =>
      statuses.flatMap(status =>
        inTurn()
          .filter(item => item.status === status)
          .map(item => item.id),
      ),
    idsOfGroup: async (group, statuses) =>
      all()
        .filter(item => item.group?.id === group && statuses.includes(item.status))
        .map(item => item.id),
    async groups() {
      const underWay = all().filter(({ status }) => status !== 'done' && status !== 'failed' && status !== 'cancelled');
      const found = new Map(underWay.flatMap(({ group }) => (group === null ? [] : [[group.id, group] as const])));
      return [...found.values()].map(group => ({
        group,
        counts: countsOf(all().filter(item => item.group?.id === group.id)),
      }));
    },
    async countsOfGroup(id) {
      const own = all().filter(item => item.group?.id === id);
      const group = own[0]?.group ?? null;
      return group === null ? null : { group, counts: countsOf(own) };
    },
    async page(query) {
      const { offset, limit, statuses, byEnd, newestFirst, group } = query;
      const isFound = finder(query);
      const found = all().filter(
        item =>
          (statuses === null || statuses.includes(item.status)) &&
          (group === null || item.group?.id === group) &&
          (!byEnd || 'endedAt' in item) &&
          isFound(item),
      );
      const sorted = byEnd ? found.toSorted((a, b) => endOf(a) - endOf(b)) : found;
      return {
        total: sorted.length,
        items: (newestFirst ? sorted.toReversed() : sorted).slice(offset, offset + limit),
      };
    },
    async remove(ids, at) {
      for (const id of ids) {
        const item = items.get(id);
        if (item !== undefined) removed.set(id, { at, item });
        items.delete(id);
      }
    },
    async lastRemoval() {
      const at = Math.max(...[...removed.values()].map(entry => entry.at));
      const count = [...removed.values()].filter(entry => entry.at === at).length;
      return count === 0 ? null : { at, count };
    },
    async restore(at, revive) {
      const back = [...removed].filter(([, entry]) => entry.at === at);
      for (const [id, { item }] of back) {
        items.set(id, revive(item));
        removed.delete(id);
      }
      return back.length;
    },
    birth: async () => birth,
    async forgetEnded(retention, now) {
      const ended = all().filter(item => 'endedAt' in item);
      const byEnd = ended.toSorted((a, b) => a.endedAt - b.endedAt);
      const before = forgottenBefore(retention, byEnd.at(-ALWAYS_KEPT)?.endedAt ?? null, now);
      const surplus = byEnd.length - retention.most;
      const old = byEnd.filter(({ endedAt }, place) => place < surplus || (before !== null && endedAt < before));
      for (const { id } of old) items.delete(id);
      return old.length;
    },
    clearedIds: async clearing =>
      all()
        .filter(item => isCleared(item, clearing))
        .map(({ id }) => id),
    nextBatch: async () => (batch += 1),
    async markBirth(mark) {
      birth = mark;
    },
    async forgetRemoved(until) {
      for (const [id, { at }] of removed) if (at <= until) removed.delete(id);
    },
  };
  return store;
}

function endOf(item: QueueItem): number {
  return 'endedAt' in item ? item.endedAt : 0;
}
