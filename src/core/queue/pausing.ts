import type { Clash } from '../naming/conflict.ts';
import { atRest, type Change, change } from './change.ts';
import { type AtRest, type QueueItem } from './item.ts';
import { unansweredOf } from './item-jobs.ts';
import type { Held, Unanswered } from './plan.ts';

/**
 * The item as a pause leaves it: a download is held where it is, a Background Fetch ends, and its finished parts are
 * kept. `clash`: what the user is asked meanwhile.
 */
export function pausedAt(next: QueueItem, clash: Clash | null): Change {
  if (next.status === 'queued') return change(next, paused(next.held, clash));
  if (next.status === 'running' && next.carrier === 'browser-download') {
    const { downloadId, plan } = next;
    return change(next, paused({ downloadId, plan }, clash), [{ do: 'hold', downloadId }]);
  }
  return atRest(next, paused(unansweredOf(next), clash));
}

/** What the user is asked about the item, or null. */
export function clashOf(item: QueueItem): Clash | null {
  return item.status === 'paused' && 'clash' in item ? item.clash : null;
}

/** At rest by the user's will, or by a question to the user. */
export function paused(held: Held | Unanswered | null, clash: Clash | null): AtRest {
  return clash === null ? { status: 'paused', held } : { status: 'paused', held, clash };
}
