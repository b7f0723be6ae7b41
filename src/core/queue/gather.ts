import { FETCH_LANE, WORTH_A_FETCH } from '../carriers/eligibility.ts';
import { sizeOf } from '../carriers/parts.ts';
import { type Change, change } from './change.ts';
import { type ItemIn, noted, type QueueItem } from './item.ts';
import type { FetchPlan } from './plan.ts';
import { fetchRegistration, isFetching, registrationId } from './item-jobs.ts';
import { isKeeping } from './keeping.ts';

type Gathering = ItemIn<'starting'> & { readonly step: 'gathering' };

/** Requests of one registration at most: Chromium 156 becomes slow beyond. */
export const MOST_REQUESTS = 10;
/** ms that an item waits for those of its group that are still asked about. */
const PATIENCE = 10_000;

export function isGathering(item: QueueItem): item is Gathering {
  return item.status === 'starting' && item.step === 'gathering';
}

/**
 * Brings the items of each group that are ready into as few Background Fetches as they fit in: the browser shows one
 * download with the group's title, and carries them together.
 *
 * Small files go along where a big one goes, and by the browser's own downloads where none does; those for which there
 * is no room do as well, or wait where only a fetch will do.
 */
export function gather(live: readonly QueueItem[], now: number): readonly Change[] {
  const gathering = live.filter(isGathering);
  const groups = new Set(gathering.map(groupOf));
  let room = FETCH_LANE - lanesTaken(live.filter(item => !isGathering(item)));
  return [...groups].flatMap(group => {
    const items = gathering.filter(item => groupOf(item) === group);
    const isAwaiting = live.some(item => item.group?.id === group && isProbing(item));
    const isPatient = items.some(({ since }) => Math.abs(now - since) < PATIENCE);
    if (isAwaiting && isPatient) return [];
    if (items.every(isSmall)) return items.map(item => insteadOf(item, now));
    const batches = batchesOf(items.toSorted(byOrder));
    const fitting = batches.slice(0, Math.max(0, room));
    room -= fitting.length;
    const others = batches.slice(fitting.length).flat();
    return [...fitting.flatMap(batch => together(batch, now)), ...others.map(item => insteadOf(item, now))];
  });
}

function groupOf(item: QueueItem): string {
  return item.group?.id ?? item.id;
}

/** One registration for these; the first of them asks for it. */
function together(batch: readonly Gathering[], now: number): readonly Change[] {
  const [leader] = batch;
  if (leader === undefined) return [];
  const sizes = batch.map(({ plan }) => bytesToCome(plan));
  const total = sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
  const shared = batch.length === 1 ? null : { registration: registrationId(leader), total };
  const members = batch.map(item =>
    change(noted(item, now, 'planned', 'background-fetch'), {
      status: 'starting',
      step: 'asking',
      plan: { ...item.plan, shared },
      askedAt: now,
    }),
  );
  const all = members.map(({ item }) => item);
  return members.map(({ item }, index) => ({ item, effects: index === 0 ? [{ do: 'ask', with: all.slice(1) }] : [] }));
}

/** By the browser's own download; where that is out of the question, in its turn. */
function insteadOf(item: Gathering, now: number): Change {
  if (item.instead === null) return change(item, { status: 'queued', held: null });
  const plan = item.instead;
  return change(noted(item, now, 'planned', plan.carrier), { status: 'starting', step: 'asking', plan, askedAt: now }, [
    { do: 'ask', with: [] },
  ]);
}

function batchesOf(items: readonly Gathering[]): readonly (readonly Gathering[])[] {
  const batches: Gathering[][] = [];
  for (const item of items) {
    const last = batches.at(-1);
    if (last !== undefined && requestsOf([...last, item]) <= MOST_REQUESTS) last.push(item);
    else batches.push([item]);
  }
  return batches;
}

function requestsOf(items: readonly Gathering[]): number {
  return items.reduce((sum, { plan }) => sum + (plan.parts?.missing.length ?? 1), 0);
}

/** Bytes; null while unknown. */
export function bytesToCome({ total, parts }: FetchPlan): number | null {
  return parts === null ? total : sizeOf(parts.missing);
}

function isSmall({ plan, checksum }: Gathering): boolean {
  return plan.total !== null && plan.total < WORTH_A_FETCH && checksum === null;
}

function isProbing(item: QueueItem): boolean {
  return item.status === 'starting' && item.step === 'probing';
}

function byOrder(a: QueueItem, b: QueueItem): number {
  return a.order < b.order ? -1 : 1;
}

/**
 * How many registrations stand in the lane of Background Fetches, or are about to. Those of `group` that are still
 * being gathered take no place from one of their own.
 */
export function lanesTaken(live: readonly QueueItem[], group: string | null = null): number {
  const keys = live.flatMap(item => {
    if (isFetching(item) || isKeeping(item)) return fetchRegistration(item);
    return isGathering(item) && item.group?.id !== group ? `group ${item.group?.id}` : [];
  });
  return new Set(keys).size;
}
