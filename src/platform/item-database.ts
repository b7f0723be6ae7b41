import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { QueueItem, Status } from '../core/queue/item.ts';

/** A record is the item and what its indexes need beyond it. */
export type StoredItem = QueueItem & { readonly rank: number };

export interface QueueSchema extends DBSchema {
  items: {
    key: string;
    value: StoredItem;
    indexes: {
      order: string;
      url: string;
      /** In the order in which items of a status are taken. */
      status: [Status, number, string];
      /** Only waiting items have it. */
      dueAt: number;
    };
  };
  /** How many items each status has, kept in step by every write: counting an index takes as long as it is. */
  counts: { key: Status; value: number };
}
type Database = IDBPDatabase<QueueSchema>;

const NAME = 'longhaul';
const VERSION = 1;
let opened: Promise<Database> | null = null;

/** The items as a reading transaction sees them. */
export type Reading = IDBPObjectStore<QueueSchema, ['items', 'counts'], 'items', 'readonly'>;

export function database(): Promise<Database> {
  opened ??= open().catch(error => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<Database> {
  return openDB<QueueSchema>(NAME, VERSION, {
    upgrade(db) {
      const store = db.createObjectStore('items', { keyPath: 'id' });
      store.createIndex('order', 'order');
      store.createIndex('url', 'url');
      store.createIndex('status', ['status', 'rank', 'order']);
      store.createIndex('dueAt', 'dueAt');
      db.createObjectStore('counts');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
}

/** Every item of a status, in the order in which they are taken. */
export function allOf(status: Status): IDBKeyRange {
  return IDBKeyRange.bound([status], [status, []]);
}
