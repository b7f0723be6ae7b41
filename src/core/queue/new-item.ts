import type { Link } from '../links/parse-link.ts';
import type { Rule } from '../rules/rule.ts';
import { ruledOf } from '../rules/ruled.ts';
import { type Group, NEVER_TRAVELLED, type QueueItem } from './item.ts';
import type { LogEntry } from './log.ts';
import type { Batch } from './place.ts';

/** How a link comes into the queue. */
export interface Entry {
  readonly id: string;
  readonly order: string;
  readonly batch: Batch;
  readonly group: Group | null;
  /** The file is wanted even where it was downloaded before. */
  readonly again: boolean;
  /** It waits for the user's word. */
  readonly isPaused: boolean;
  /** The rule that it meets whatever more is learnt of it; null where that cannot be said yet. */
  readonly rule: Rule | null;
}

/** The item that a link becomes. `now`: ms since the epoch. */
export function newItem(link: Link, entry: Entry, now: number): QueueItem {
  const { hadSignIn, ...asked } = link;
  const { id, order, batch, group, again, isPaused, rule } = entry;
  const log: LogEntry[] = [{ at: now, what: 'added', detail: null }];
  if (hadSignIn) log.push({ at: now, what: 'sign-in-left-out', detail: null });
  if (rule !== null) log.push({ at: now, what: 'ruled', detail: rule.title });
  const item = {
    ...asked,
    id,
    order,
    batch,
    group,
    again,
    priority: link.priority ?? rule?.then.priority ?? 'normal',
    addedAt: now,
    ...NEVER_TRAVELLED,
    ruled: rule === null ? null : ruledOf(rule),
    log,
  };
  const isHeld = isPaused || rule?.then.start === 'paused';
  return isHeld ? { ...item, status: 'paused', held: null } : { ...item, status: 'queued', held: null };
}
