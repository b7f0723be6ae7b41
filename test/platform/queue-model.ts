import { siteOf } from '../../src/core/links/site.ts';
import {
  ENDED_STATUSES,
  isLive,
  PRIORITIES,
  type QueueItem,
  type Status,
  STATUSES,
} from '../../src/core/queue/item.ts';
import type { Removal } from '../../src/core/queue/removal.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import type { GroupCounts, ItemPage, ItemQuery, Loaded, Outlook } from '../../src/worker/ports.ts';

/** The queue as `ItemStore` promises it, by looking at everything every time. */
export class QueueModel {
  readonly items = new Map<string, QueueItem>();
  readonly gates = new Map<string, SiteGate>();
  readonly removed = new Map<string, { readonly at: number; readonly item: QueueItem }>();

  save(items: readonly QueueItem[], gates: readonly SiteGate[]): void {
    for (const item of items) this.items.set(item.id, item);
    for (const gate of gates) if (gate.until > (this.gates.get(gate.site)?.until ?? 0)) this.gates.set(gate.site, gate);
  }

  remove(ids: readonly string[], at: number): void {
    for (const id of ids) {
      const item = this.items.get(id);
      if (item !== undefined) this.removed.set(id, { at, item });
      this.items.delete(id);
    }
  }

  restore(at: number, revive: (item: QueueItem) => QueueItem): number {
    const back = [...this.removed].filter(([, removed]) => removed.at === at);
    for (const [id, { item }] of back) {
      this.items.set(id, revive(item));
      this.removed.delete(id);
    }
    return back.length;
  }

  forgetRemoved(until: number): void {
    for (const [id, { at }] of this.removed) if (at <= until) this.removed.delete(id);
  }

  /** By order; where two stand at one place, by id. */
  get all(): readonly QueueItem[] {
    return [...this.items.values()].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
  }

  in(status: Status): readonly QueueItem[] {
    const rank = (item: QueueItem): number => PRIORITIES.indexOf(item.priority);
    return this.all.filter(item => item.status === status).sort((a, b) => rank(a) - rank(b));
  }

  counts(items: readonly QueueItem[] = this.all): Record<Status, number> {
    const count = (status: Status): number => items.filter(item => item.status === status).length;
    return Object.fromEntries(STATUSES.map(status => [status, count(status)])) as Record<Status, number>;
  }

  idsIn(statuses: readonly Status[]): readonly string[] {
    return statuses.flatMap(status => this.in(status)).map(({ id }) => id);
  }

  live(): readonly QueueItem[] {
    return this.all.filter(isLive);
  }

  held(): readonly QueueItem[] {
    return this.all.filter(item => 'held' in item && typeof item.held?.downloadId === 'number');
  }

  load(now: number, farthest: number): Loaded {
    const isDue = (item: QueueItem): boolean =>
      item.status === 'waiting' && (item.dueAt <= now || item.dueAt > farthest);
    return {
      live: this.live(),
      due: this.all.filter(isDue),
      gates: [...this.gates.values()],
      removedAt: this.oldestRemoval(),
    };
  }

  outlook(): Outlook {
    const sites = new Set(this.in('queued').map(({ url }) => siteOf(url)));
    const dueAts = this.all.flatMap(item => (item.status === 'waiting' ? [item.dueAt] : []));
    return {
      counts: this.counts(),
      nextDueAt: dueAts.length === 0 ? null : Math.min(...dueAts),
      gates: [...this.gates.values()].filter(({ site }) => sites.has(site)),
      removedAt: this.oldestRemoval(),
    };
  }

  hasFile(name: string, size: number): boolean {
    return this.in('done').some(
      item => item.status === 'done' && item.bytes === size && item.path.split(/[/\\]/).at(-1) === name,
    );
  }

  ends(): { first: string | null; last: string | null } {
    return { first: this.all[0]?.order ?? null, last: this.all.at(-1)?.order ?? null };
  }

  neighbour(order: string, side: 'before' | 'after'): string | null {
    if (side === 'before') return this.all.findLast(item => item.order < order)?.order ?? null;
    return this.all.find(item => item.order > order)?.order ?? null;
  }

  idsOfGroup(group: string, statuses: readonly Status[]): readonly string[] {
    const ofStatus = statuses.flatMap(status => this.ofGroup(group).filter(item => item.status === status));
    return ofStatus.map(({ id }) => id);
  }

  groups(): readonly GroupCounts[] {
    const ids = new Set(this.all.filter(isUnderWay).flatMap(({ group }) => group?.id ?? []));
    return [...ids].flatMap(id => this.countsOfGroup(id) ?? []);
  }

  /** Of those items that are under way. */
  firstPlaceOf(group: string): string {
    return this.ofGroup(group).find(isUnderWay)?.order ?? '';
  }

  countsOfGroup(id: string): GroupCounts | null {
    const items = this.ofGroup(id);
    const group = items[0]?.group ?? null;
    return group === null ? null : { group, counts: this.counts(items) };
  }

  page({ offset, limit, statuses, search, newestFirst, group }: ItemQuery): ItemPage {
    const sources = statuses === null ? [this.all] : statuses.map(status => this.in(status));
    const listed = sources.flatMap(source => (newestFirst ? source.toReversed() : source));
    const found =
      group === null
        ? listed.filter(item =>
            search
              .toLowerCase()
              .split(' ')
              .every(word => mentions(item, word)),
          )
        : this.ofGroup(group);
    return { total: found.length, items: found.slice(offset, offset + limit) };
  }

  lastRemoval(): Removal | null {
    const times = [...this.removed.values()].map(({ at }) => at);
    const at = Math.max(...times);
    return times.length === 0 ? null : { at, count: times.filter(time => time === at).length };
  }

  private ofGroup(group: string): readonly QueueItem[] {
    return this.all.filter(item => item.group?.id === group);
  }

  private oldestRemoval(): number | null {
    const times = [...this.removed.values()].map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  }
}

function isUnderWay({ status }: QueueItem): boolean {
  return !ENDED_STATUSES.some(ended => ended === status);
}

function mentions(item: QueueItem, wanted: string): boolean {
  const texts = [
    item.url,
    item.referrer ?? '',
    item.name ?? '',
    item.folder ?? '',
    item.status === 'done' ? item.path : '',
  ];
  return texts.some(text => text.toLowerCase().includes(wanted));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
