import { type Change, change } from './change.ts';
import { removingEffects } from './effect.ts';
import { type ItemIn, noted, type QueueItem } from './item.ts';
import type { LogWord } from './log.ts';

const WORDS = {
  user: 'cancelled',
  browser: 'cancelled',
  rule: 'had-it',
  'kept-out': 'kept-out',
} as const satisfies Record<ItemIn<'cancelled'>['by'], LogWord>;

/** Ends an item without its file, and leaves nothing of it behind. */
export function cancelled(item: QueueItem, by: ItemIn<'cancelled'>['by'], now: number): Change {
  const next = noted({ ...item, kept: null }, now, WORDS[by]);
  return change(next, { status: 'cancelled', by, endedAt: now }, removingEffects(item));
}
