import { type Conflict, isSameFile } from '../naming/conflict.ts';
import { cancelled } from './cancelling.ts';
import { type Change } from './change.ts';
import type { Terms } from './event.ts';
import { noted, type QueueItem } from './item.ts';
import { pausedAt } from './pausing.ts';
import type { Placed } from './place.ts';

/** The item with the rule that it has met. */
export function ruledBy(item: QueueItem, { ruled }: Pick<Placed, 'ruled'>, now: number): QueueItem {
  if (ruled === null || item.ruled !== null) return item;
  return noted({ ...item, ruled }, now, 'ruled', ruled.title);
}

/**
 * What keeps an item from going on: a rule, or a file that is there already. null: nothing does. Whoever has asked for it
 * once more gets it whatever the rules say.
 */
export function keptBack(item: QueueItem, { start, clash }: Placed, terms: Terms): Change | null {
  const { now } = terms;
  if (start === 'skip' && !item.again) return cancelled(item, 'kept-out', now);
  if (start === 'paused') return pausedAt(noted(item, now, 'paused', 'rule'), null);
  if (clash === null) return null;
  const conflict = conflictOf(item, terms.conflict);
  if (conflict === 'skip' && isSameFile(clash) && !item.again) return cancelled(item, 'rule', now);
  return conflict === 'ask' ? pausedAt(noted(item, now, 'clash', clash.path), clash) : null;
}

/** What becomes of the item where its name is taken. `usual`: what the user wants where nothing else is said. */
export function conflictOf({ conflict, ruled }: Pick<QueueItem, 'conflict' | 'ruled'>, usual: Conflict): Conflict {
  return conflict ?? ruled?.conflict ?? usual;
}

/** Never by a setting for everything: only where the user has said so of this file, or by a rule. */
export function isOverwriting(item: QueueItem): boolean {
  return conflictOf(item, 'rename') === 'overwrite';
}
