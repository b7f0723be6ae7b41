import { type Change, change } from './change.ts';
import type { QueueEvent } from './event.ts';
import { type ItemIn, type QueueItem } from './item.ts';
import { downloadIdOf, lastCarrierOf, unansweredOf } from './item-jobs.ts';
import { clashOf, paused } from './pausing.ts';
import type { DownloadPlan } from './plan.ts';
import { nobodyWaits } from './strays.ts';

/** The browser has begun what it was asked for. */
export function started(item: QueueItem, event: QueueEvent & { type: 'started' }): Change {
  const { downloadId } = event;
  if (item.status === 'starting' && item.step === 'asking') {
    const { plan } = item;
    if (plan.carrier === 'background-fetch')
      return change(item, { status: 'running', carrier: 'background-fetch', plan, missingSince: null });
    if (downloadId !== null) return change(item, { status: 'running', carrier: 'browser-download', plan, downloadId });
  }
  if (item.status === 'saving' && item.step === 'asking' && downloadId !== null)
    return change(item, { status: 'saving', step: 'writing', parcel: item.parcel, downloadId });
  if (downloadId !== null && isAwaited(item)) return heldLate(item, downloadId);
  return nobodyWaits(item, event);
}

/** What saves a fetched blob is of no use without it. */
function isAwaited(item: QueueItem): item is ItemIn<'queued' | 'paused' | 'waiting'> {
  if (lastCarrierOf(item) === 'background-fetch') return false;
  if (item.status === 'waiting') return true;
  return (item.status === 'queued' || item.status === 'paused') && downloadIdOf(item) === null;
}

/**
 * The item was paused, or was given up for this time, before the browser told the id of its download. It is kept, for it
 * may be whole already: to end it would leave its file behind, and another would come beside it.
 */
function heldLate(item: ItemIn<'queued' | 'paused' | 'waiting'>, downloadId: number): Change {
  const unknown: DownloadPlan = { carrier: 'browser-download', total: null, filename: null, naming: 'browser' };
  const held = { downloadId, plan: unansweredOf(item)?.plan ?? unknown };
  const stage = item.status === 'paused' ? paused(held, clashOf(item)) : ({ status: 'queued', held } as const);
  return change(item, stage, [{ do: 'hold', downloadId }]);
}
