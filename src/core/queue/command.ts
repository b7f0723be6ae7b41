import { cancelled } from './cancelling.ts';
import { type Change, change } from './change.ts';
import { noted, type QueueItem, type Status } from './item.ts';
import { goingTo, isKeeping } from './keeping.ts';
import { clashOf, pausedAt } from './pausing.ts';

/** What the user may do to one item. `remove`, `top` and `bottom` act on the list and are not here. */
export type Command = 'pause' | 'resume' | 'cancel' | 'retry';

/** Why a command makes no sense for an item where it is; the wire turns it into words (`refused_<code>`). */
export type Refusal =
  | 'already-paused'
  | 'not-paused'
  | 'already-ended'
  | 'being-saved'
  | 'not-ended'
  | 'to-be-settled'
  | 'nothing-to-settle'
  | 'needs-nothing';

/**
 * Performs a user's command, or says why it makes no sense.
 *
 * A Background Fetch cannot be paused (the API has no such call), so its pause ends it; a browser download is held
 * where it is. What the user paused never starts itself.
 */
export function command(item: QueueItem, wanted: Command, now: number): Change | Refusal {
  switch (wanted) {
    case 'pause':
      return pause(item, now);
    case 'resume':
      return resume(item, now);
    case 'cancel':
      if (item.status === 'done' || item.status === 'cancelled') return 'already-ended';
      return cancelled(item, 'user', now);
    case 'retry':
      if (!isRetried(item.status)) return 'not-ended';
      return change(
        // Whoever asks for it once more wants it, whatever lies in the history.
        noted(
          { ...item, failures: 0, losses: 0, furthest: 0, refusedBy: [], inWhole: false, again: true },
          now,
          'retried',
        ),
        { status: 'queued', held: null },
      );
  }
}

/** A file that is done may be fetched again: it may be gone from its folder, or be out of date. */
function isRetried(status: Status): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled' || status === 'waiting';
}

function resume(item: QueueItem, now: number): Change | Refusal {
  if (isKeeping(item) && item.afterwards.status === 'paused')
    return goingTo(noted(item, now, 'resumed'), { status: 'queued', held: null });
  if (clashOf(item) !== null) return 'to-be-settled';
  return item.status === 'paused'
    ? change(noted(item, now, 'resumed'), { status: 'queued', held: item.held })
    : 'not-paused';
}

function pause(item: QueueItem, now: number): Change | Refusal {
  if (item.status === 'paused') return 'already-paused';
  if (item.status === 'done' || item.status === 'failed' || item.status === 'cancelled') return 'already-ended';
  if (isKeeping(item)) {
    if (item.afterwards.status === 'paused') return 'already-paused';
    if (item.afterwards.status === 'failed') return 'already-ended';
    return goingTo(noted(item, now, 'paused'), { status: 'paused', held: null });
  }
  if (item.status === 'saving') return 'being-saved';
  return pausedAt(noted(item, now, 'paused'), null);
}
