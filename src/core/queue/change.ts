import { type Effect, endingEffects } from './effect.ts';
import { type AtRest, inStage, type QueueItem, type Stage } from './item.ts';
import { fetchPlanOf, isFetching } from './item-jobs.ts';

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

/**
 * Ends the present attempt of an item, `next`, and brings it to rest. What a Background Fetch in parts has brought is put
 * away first.
 */
export function atRest(next: QueueItem, afterwards: AtRest, effects: readonly Effect[] = []): Change {
  const plan = isFetching(next) ? fetchPlanOf(next) : null;
  if (plan === null || plan.parts === null) return change(next, afterwards, [...endingEffects(next), ...effects]);
  return change(next, { status: 'saving', step: 'keeping', plan, afterwards }, [...effects, { do: 'keep' }]);
}
