import type { Conflict } from '../naming/conflict.ts';
import { cancelled } from './cancelling.ts';
import { type Change, change } from './change.ts';
import type { Effect } from './effect.ts';
import { noted, type QueueItem } from './item.ts';
import { downloadIdOf } from './item-jobs.ts';
import { clashOf } from './pausing.ts';

export const SETTLEMENTS = ['rename', 'overwrite', 'skip'] as const satisfies readonly Conflict[];
/** What the user may answer where a file of an item's name is there already. */
export type Settlement = (typeof SETTLEMENTS)[number];

/**
 * Does what the user says of two files of one name, and goes on. A download that stands still has been given another name
 * already: to overwrite, it begins anew, as another attempt, so that what the browser may still tell of it is a stranger's.
 */
export function settled(item: QueueItem, how: Settlement, now: number): Change | 'nothing-to-settle' {
  if (item.status !== 'paused' || clashOf(item) === null) return 'nothing-to-settle';
  if (how === 'skip') return withoutFile(cancelled(item, 'user', now), item);
  const next = noted({ ...item, conflict: how }, now, 'settled', how);
  if (how === 'rename' || item.held === null) return change(next, { status: 'queued', held: item.held });
  return withoutFile(change({ ...next, attempt: next.attempt + 1 }, { status: 'queued', held: null }), item);
}

/**
 * What was asked about lies under another name where all of it was here before the pause: Chromium 156 completes such a
 * download. Nobody has asked for that file.
 */
function withoutFile({ item, effects }: Change, asked: QueueItem): Change {
  const downloadId = downloadIdOf(asked);
  if (downloadId === null) return { item, effects };
  const rest = effects.filter(effect => effect.do !== 'stop');
  const stop: Effect = { do: 'stop', job: { carrier: 'browser-download', downloadId, withFile: true } };
  return { item, effects: [...rest, stop] };
}
