import type { IDBPDatabase } from 'idb';
import type { QueueItem } from '../../../src/core/queue/item.ts';

/** A version of the store that users have on their disks. */
export interface OldSchema {
  readonly version: number;
  /** Opens a database of that name, or makes it, as the code of that version did. */
  readonly open: (name: string) => Promise<IDBPDatabase>;
  /** Fills an empty one, as the code of that version did. */
  readonly write: (db: IDBPDatabase, items: readonly object[]) => Promise<void>;
  /** Items of every kind that this version knew; no two of one place. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  /** The item as that version knew it. */
  readonly was: object;
  /** What it must be for the present code. */
  readonly is: QueueItem;
}
