import { batch, computed, effect, signal } from '@preact/signals';
import type { Motion } from '../../src/core/catalogue/motion.ts';
import type { ListedItem } from '../../src/messages/listing.ts';
import { send } from '../../src/messages/send.ts';
import { announceEvents } from '../announcer.ts';
import { startPolling } from '../poller.ts';
import { reasonOf } from '../reason-of.ts';
import { eventsBetween, type State, stateOf } from '../view/announcement.ts';
import { motionOf, type Track, track } from '../view/speed.ts';
import { visibleName } from '../view/visible-name.ts';
import { liveIds, ordered, silence } from './rows.ts';

/** The ids of the items whose rows are in view. */
export const inView = signal<readonly string[]>([]);
/** What the worker says of the rows in view, and of all that are on their way: bytes, errors, what they wait for. */
export const listed = signal<ReadonlyMap<string, ListedItem>>(new Map());
export const tracks = signal<ReadonlyMap<string, Track>>(new Map());
/** What rows that are on their way can be sorted by: as it was a moment ago, so that they do not dance. */
export const motions = signal<ReadonlyMap<string, Motion>>(new Map());
/** ms since the epoch of the last look. */
export const lookedAt = signal(Date.now());

/** ms between two changes of the order of what moves. */
const CALM = 2_000;
/** Most live items that are asked about beyond those in view. */
const MOST_LIVE = 200;

const watched = computed(() => [...new Set([...inView.value, ...liveIds.value.slice(0, MOST_LIVE)])]);

/** Looks while something is on its way and the page is seen; else only when other rows come into view, or change. */
export function startWatching(): void {
  const { refresh } = startPolling(look, () => isSeen() && liveIds.value.length > 0);
  effect(() => {
    void [watched.value, ordered.value];
    if (isSeen()) void refresh();
  });
  document.addEventListener('visibilitychange', () => {
    if (isSeen()) void refresh();
  });
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

let movedAt = 0;

async function look(): Promise<void> {
  const ids = watched.peek();
  if (ids.length === 0) return;
  try {
    const { items } = await send('worker', 'list', { ids });
    take(items, Date.now());
  } catch (fault) {
    silence.value = reasonOf(fault);
  }
}

function take(items: readonly ListedItem[], now: number): void {
  const before = new Map<string, State>([...listed.value].map(([id, item]) => [id, stateOf(item)]));
  batch(() => {
    const running = items.filter(({ status }) => status === 'running');
    tracks.value = new Map(running.map(({ id, bytes, total }) => [id, track(tracks.value.get(id), now, bytes, total)]));
    listed.value = new Map(items.map(item => [item.id, item]));
    if (now - movedAt >= CALM || running.length !== motions.value.size) {
      movedAt = now;
      motions.value = new Map(running.map(item => [item.id, motionOf(item, tracks.value.get(item.id))]));
    }
    lookedAt.value = now;
    silence.value = null;
  });
  const named = items.map(item => ({ id: item.id, state: stateOf(item), name: visibleName(item.name) }));
  announceEvents(eventsBetween(before, named), now);
}
