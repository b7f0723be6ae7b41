import type { DBSchema, IDBPDatabase, IDBPObjectStore, StoreNames } from 'idb';
import type { QueueItem, Status } from '../core/queue/item.ts';
import type { SiteGate } from '../core/queue/site-gate.ts';

/** The name of the database. */
export const NAME = 'longhaul';

/** A record is the item and what its indexes need beyond it. */
export type StoredItem = QueueItem & {
  readonly rank: number;
  readonly site: string;
  /** Name and size of a file that is done; also under the name that it had before the browser gave it a number. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
};

export interface QueueSchema extends DBSchema {
  items: {
    key: string;
    value: StoredItem;
    indexes: {
      order: string;
      url: string;
      /** In the order in which items of a status are taken. */
      status: [Status, number, string];
      /** The same within each site. */
      site: [Status, string, number, string];
      /** Only items that belong to a group have it: status, id, order. */
      group: [Status, string, string];
      /** Only waiting items have it. */
      dueAt: number;
      /** Only items that have ended have it. */
      endedAt: number;
      /** Only items whose download stands still have it. */
      held: number;
      /** Only items that are done have it. */
      files: [string, number];
    };
  };
  /** How many items each status has, kept in step by every write: counting an index takes as long as it is. */
  counts: { key: 'all'; value: Record<Status, number> };
  gates: { key: string; value: SiteGate };
  /** `birth`: a mark that tells this store from one that the browser made anew. `batch`: the number of the last sending. */
  marks: { key: 'birth' | 'batch'; value: string };
  /** Items that were removed, for as long as that can be undone. */
  removed: { key: string; value: RemovedItem; indexes: { at: number } };
}

export interface RemovedItem {
  readonly id: string;
  /** When it was removed, ms since the epoch; the same for all that one command removed. */
  readonly at: number;
  readonly item: QueueItem;
}

export type Database = IDBPDatabase<QueueSchema>;

/** The items as a reading transaction sees them. */
export type Reading<S extends StoreNames<QueueSchema>[] = ['items', 'counts']> = IDBPObjectStore<
  QueueSchema,
  S,
  'items',
  'readonly'
>;

/** Every item of a status, in the order in which they are taken. */
export function allOf(status: Status): IDBKeyRange {
  return IDBKeyRange.bound([status], [status, []]);
}
