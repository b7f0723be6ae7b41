import type { IDBPIndex } from 'idb';
import { type Status, STATUSES, UNENDED_STATUSES } from '../core/queue/item.ts';
import type { GroupCounts } from '../worker/ports.ts';
import type { Database, QueueSchema, StoredItem } from './item-schema.ts';

type GroupIndex = IDBPIndex<QueueSchema, ['items'], 'items', 'group', 'readonly'>;

/** The items of a status that belong to a group, by order. */
export function membersIn(status: Status, group: string): IDBKeyRange {
  return IDBKeyRange.bound([status, group], [status, group, []]);
}

/**
 * The groups that have something before them, in the order of the queue. Of their items only the counts and the first
 * are read; groups that have ended, however many, are not looked at.
 */
export async function groupsUnderWay(db: Database): Promise<readonly GroupCounts[]> {
  const stores: ['items'] = ['items'];
  const index = db.transaction(stores).store.index('group');
  const firsts = (await Promise.all(UNENDED_STATUSES.map(status => firstsIn(index, status)))).flat();
  const inOrder = firsts.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const ids = [...new Set(inOrder.flatMap(({ group }) => group?.id ?? []))];
  const groups = await Promise.all(ids.map(id => countsOf(index, id)));
  return groups.filter(group => group !== null);
}

/** The first item of each group that has some of this status. */
async function firstsIn(index: GroupIndex, status: Status): Promise<readonly StoredItem[]> {
  const firsts: StoredItem[] = [];
  let cursor = await index.openCursor(IDBKeyRange.bound([status], [status, []]));
  while (cursor !== null) {
    firsts.push(cursor.value);
    const [, id] = cursor.key;
    cursor = await cursor.continue([status, id, []] as never);
  }
  return firsts;
}

export async function countsOf(index: GroupIndex, id: string): Promise<GroupCounts | null> {
  const [counted, samples] = await Promise.all([
    Promise.all(STATUSES.map(status => index.count(membersIn(status, id)))),
    Promise.all(STATUSES.map(status => index.get(membersIn(status, id)))),
  ]);
  const group = samples.find(sample => sample !== undefined)?.group ?? null;
  if (group === null) return null;
  return {
    group,
    counts: Object.fromEntries(STATUSES.map((status, at) => [status, counted[at]])) as GroupCounts['counts'],
  };
}
