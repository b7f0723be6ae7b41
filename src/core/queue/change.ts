import type { Effect } from './effect.ts';
import { inStage, type QueueItem, type Stage } from './item.ts';

/** What becomes of an item, and what is to be done for it. */
export interface Change {
  readonly item: QueueItem;
  /** To be performed after the item is on disk. */
  readonly effects: readonly Effect[];
}

export function unchanged(item: QueueItem): Change {
  return { item, effects: [] };
}

export function change(item: QueueItem, stage: Stage, effects: readonly Effect[] = []): Change {
  return { item: inStage(item, stage), effects };
}
