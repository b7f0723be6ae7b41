import { bytesHereBefore } from '../carriers/background-fetch/carrier.ts';
import {
  type CollectedFile,
  collectFile,
  collectParts,
  type EndedFetch,
  type FetchEnd,
  readyToSave,
  reasonOfFailure,
} from '../carriers/background-fetch/collect.ts';
import { harvest, isComplete } from '../carriers/background-fetch/records.ts';
import { failure, FailedAttempt } from '../core/carriers/failure.ts';
import { stopFetch } from '../core/queue/effect.ts';
import type { Happening } from '../core/queue/event.ts';
import type { QueueItem } from '../core/queue/item.ts';
import { fetchPlanOf, fetchRegistration, partsPlanOf } from '../core/queue/item-jobs.ts';
import { isKeeping, keptOf } from '../core/queue/keeping.ts';
import type { PartsPlan } from '../core/queue/plan.ts';
import { end as endJob } from './end.ts';
import type { Hands } from './hands.ts';
import { place } from './place.ts';
import { salvage } from './salvage.ts';

const LOST: Happening = { type: 'lost', with: 'worker' };

/** The file of a Background Fetch that has ended, or of parts that are all here, on its way into the folder. */
export async function collect(hands: Hands, item: QueueItem): Promise<Happening | null> {
  if (item.status !== 'saving' || item.step !== 'collecting') return null;
  const { ports, ends } = hands;
  const { plan } = item;
  const end = ends.get(fetchRegistration(item)) ?? null;
  if (end === null && plan.parts?.missing.length !== 0) return LOST;
  const file =
    plan.parts === null ? await collectFile(item, plan, end ?? NOTHING) : await join(hands, item, plan.parts);
  const { filename, placed } = await place(ports, item, { ...file.told, size: file.blob.size, modifiedAt: null });
  const { ruled } = placed;
  const objectUrl = await ports.parcels.pack(readyToSave(file, { ...item, ruled }));
  return { type: 'packed', parcel: { objectUrl, filename, size: file.blob.size }, ruled };
}

const NOTHING = { responses: async (): Promise<readonly []> => [] };

/** The file out of the parts that have come and those that were here. Where some are missing, the others are kept. */
async function join({ ports, ends, tell }: Hands, item: QueueItem, plan: PartsPlan): Promise<CollectedFile> {
  const records = ends.get(fetchRegistration(item)) ?? NOTHING;
  const here = keptOf(item, plan.version);
  const kept = await ports.parts.read(item.id, here);
  if (kept.size < here.length) throw new FailedAttempt(failure('changed', 'a kept part is gone'));
  try {
    return await collectParts(item, plan, await harvest(records, item.id, plan), kept);
  } catch (error) {
    const isIncomplete = error instanceof FailedAttempt && error.failure.code === 'wrong-size';
    if (isIncomplete) await salvage(ports, tell, item, plan, records);
    throw error;
  }
}

/** Puts the finished parts away and ends the registration. What cannot be put away is asked for again. */
export async function keep(hands: Hands, item: QueueItem): Promise<Happening> {
  await keepFinished(hands, item);
  await endJob(hands.ports, stopFetch(fetchRegistration(item)));
  return { type: 'stopped' };
}

/** Puts away what is finished of a Background Fetch in parts, whether it runs on or has ended. */
export async function keepFinished({ ports, ends, tell }: Hands, item: QueueItem): Promise<void> {
  const plan = partsPlanOf(item);
  if (plan === null || item.inWhole) return;
  const registration = fetchRegistration(item);
  try {
    const records = ends.get(registration) ?? (await ports.openFetch(registration));
    if (records !== null) await salvage(ports, tell, item, plan, records);
  } catch (error) {
    console.error('Longhaul: parts of', item.id, error);
  }
}

/**
 * The first act for a success is to write it down; a failure is first asked for its reason and its finished parts, which
 * its event holds.
 */
export async function whatEnded(
  { ports, tell }: Hands,
  item: QueueItem,
  end: FetchEnd,
  ended: EndedFetch,
): Promise<Happening> {
  if (end === 'success' && !isKeeping(item)) return { type: 'fetched' };
  const plan = fetchPlanOf(item);
  const found = plan === null || plan.parts === null ? null : await salvage(ports, tell, item, plan.parts, ended);
  // Another file of its group may have failed, or the end may have come a moment after all was here.
  if (plan !== null && (await isComplete(ended, item.id, plan, found))) return { type: 'fetched' };
  // A browser that is closed ends its fetches, and tells so at its next start: that is nobody's fault.
  if (await ports.session.isNew()) return { type: 'lost', with: 'browser' };
  if (end === 'abort' || ended.failureReason === 'aborted') return { type: 'cancelled-in-browser' };
  // A server that sends the whole for each part exceeds what was announced.
  const isTooMuch = found !== null && ended.failureReason === 'download-total-exceeded';
  const reason = await reasonOfFailure(ended, item.id, found?.fault ?? (isTooMuch ? 'no-parts' : null));
  return { type: 'failed', reason, bytes: ended.downloaded + (plan === null ? 0 : bytesHereBefore(plan)) };
}
