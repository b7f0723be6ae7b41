import { UNENDED_STATUSES } from '../core/queue/item.ts';
import { backedUp, fromBackup, MOST_BACKED_UP } from '../core/queue/backup.ts';
import { keysAfter } from '../core/queue/order.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Ports } from './ports.ts';

/** ms between two backups of a queue that only goes on. */
const INTERVAL = 5 * 60_000;
/** ms to rest for each item of the last backup while new ones come: big ones must not follow one another. */
const REST_AFTER_EACH = 2;

/** The backup of the queue, as one life of the worker sees to it. */
export interface Backups {
  /**
   * Notices, once in each life, that the queue's store is another one than it was: the browser makes a new one, in
   * silence, where it finds the old one damaged (Chromium 156). What the backup knows is brought back then, paused.
   */
  recover(): Promise<void>;
  /** Items have come: the next backup is due soon. */
  noteAdded(): void;
  /** Writes the backup when it is due. To be called when all else has been done. */
  tend(): Promise<void>;
}

export function createBackups(ports: Ports): Backups {
  let hasRecovered = false;
  let hasNewItems = false;
  let writtenAt: number | null = null;
  let size = 0;
  return {
    async recover() {
      if (hasRecovered) return;
      const count = await recoverFromBackup(ports);
      hasRecovered = true;
      if (count > 0) ports.complain(new Refusal('store-lost', ports.words('store_lost', count)));
    },
    noteAdded() {
      hasNewItems = true;
    },
    async tend() {
      const now = ports.now();
      const interval = hasNewItems ? size * REST_AFTER_EACH : INTERVAL;
      if (writtenAt !== null && Math.abs(now - writtenAt) < interval) return;
      hasNewItems = false;
      size = await backUp(ports);
      writtenAt = now;
    },
  };
}

/**
 * The store and the backup bear the same mark. It goes into the store last: a death on the way repeats all of it, and
 * items keep their ids. Answers how many were brought back.
 */
async function recoverFromBackup(ports: Ports): Promise<number> {
  const [own, mark] = await Promise.all([ports.items.birth(), ports.backup.mark()]);
  if (own !== null && own === mark.birth) return 0;
  const birth = mark.birth ?? own ?? ports.newId();
  if (mark.birth === null) await ports.backup.write({ mark: { ...mark, birth }, items: null });
  const kept = own === null ? await ports.backup.items() : [];
  const there = new Set((await ports.items.get(kept.map(({ id }) => id))).map(({ id }) => id));
  const lost = kept.filter(({ id }) => !there.has(id));
  const { last } = await ports.items.ends();
  const keys = keysAfter(last, lost.length);
  const now = ports.now();
  await ports.items.add(lost.map((item, index) => fromBackup(item, keys[index] ?? '', now)));
  await ports.items.markBirth(birth);
  return lost.length;
}

/** Writes the backup, unless the queue is as it was at the last one. Answers how many items it has. */
async function backUp(ports: Ports): Promise<number> {
  const [counts, { last }, mark] = await Promise.all([ports.items.counts(), ports.items.ends(), ports.backup.mark()]);
  const stamp = `${UNENDED_STATUSES.reduce((sum, status) => sum + counts[status], 0)} ${last ?? ''}`;
  if (stamp === mark.stamp) return mark.size;
  const { items } = await ports.items.page({
    offset: 0,
    limit: MOST_BACKED_UP,
    statuses: UNENDED_STATUSES,
    search: '',
    since: null,
    until: null,
    byEnd: false,
    newestFirst: false,
    group: null,
  });
  await ports.backup.write({ mark: { ...mark, stamp, size: items.length }, items: items.map(backedUp) });
  return items.length;
}
