import { isSameRange, isSameVersion, partsOf, type Version } from '../carriers/parts.ts';
import { type Change, change, unchanged } from './change.ts';
import { forgetting, stopFetch } from './effect.ts';
import type { QueueEvent } from './event.ts';
import { partsPlanOf, fetchRegistration } from './item-jobs.ts';
import { nobodyWaits } from './strays.ts';
import { type AtRest, type ItemIn, noted, type QueueItem } from './item.ts';
import type { KeptPart, Plan } from './plan.ts';

type Keeping = ItemIn<'saving'> & { readonly step: 'keeping' };

export function isKeeping(item: QueueItem): item is Keeping {
  return item.status === 'saving' && item.step === 'keeping';
}

/** An item whose attempt is over, and whose parts are being put away: only the end of that brings it on. */
export function keeping(item: Keeping, event: QueueEvent, now: number): Change {
  switch (event.type) {
    case 'stopped':
      return change(item.kept === null ? item : noted(item, now, 'parts-kept', wordsOf(item.kept)), item.afterwards);
    case 'unkept':
      return { item, effects: [{ do: 'keep' }] };
    case 'started':
      // The browser was asked before, and has answered now.
      return event.downloadId === null
        ? { item, effects: [stopFetch(fetchRegistration(item))] }
        : nobodyWaits(item, event);
    default:
      return nobodyWaits(item, event);
  }
}

/** The same item, to be brought elsewhere when its parts are put away. */
export function goingTo(item: Keeping, afterwards: AtRest): Change {
  return unchanged({ ...item, afterwards });
}

function wordsOf({ parts, total }: NonNullable<QueueItem['kept']>): string {
  return `${parts.length} of ${partsOf(total).length}`;
}

/** A part has been put away, by this attempt or by an earlier one. Parts of two versions are never kept together. */
export function keptPart(item: QueueItem, event: QueueEvent & { type: 'kept' }): Change {
  // One that has failed and has nothing here has thrown it away: its checksum was wrong.
  const isThrownAway = item.status === 'failed' && item.kept === null;
  const isOfUse = item.status !== 'done' && item.status !== 'cancelled' && !item.inWhole && !isThrownAway;
  if (!isOfUse) return { item, effects: [{ do: 'forget-parts' }] };
  const { version, part, attempt } = event;
  const { kept } = item;
  const wanted = partsPlanOf(item)?.version ?? kept;
  if (wanted !== null && !isSameVersion(wanted, version)) return unchanged(item);
  const parts = keptOf(item, version);
  if (parts.some(each => isSameRange(each, part))) return unchanged(item);
  return {
    item: { ...item, kept: { ...version, parts: [...parts, { ...part, attempt }], ...elsewhere(item) } },
    effects: [],
  };
}

/** Without access to that host they could not be completed, and only this says which it is. */
function elsewhere(item: QueueItem): Pick<NonNullable<QueueItem['kept']>, 'finalUrl'> {
  const finalUrl = partsPlanOf(item)?.finalUrl ?? item.kept?.finalUrl;
  if (finalUrl === undefined || new URL(finalUrl).hostname === new URL(item.url).hostname) return {};
  return { finalUrl };
}

/** The parts of this version that are here. */
export function keptOf({ kept }: QueueItem, version: Version): readonly KeptPart[] {
  return kept !== null && isSameVersion(kept, version) ? kept.parts : [];
}

/** Drops the kept parts that the plan has no use for: it asks for the whole, or for another version. */
export function withFittingParts(item: QueueItem, plan: Plan, now: number): Change {
  const { kept } = item;
  if (kept === null) return unchanged(item);
  const version = 'parts' in plan ? (plan.parts?.version ?? null) : null;
  if (version !== null && isSameVersion(kept, version)) return unchanged(item);
  return { item: noted({ ...item, kept: null }, now, 'parts-dropped', wordsOf(kept)), effects: forgetting(item) };
}
