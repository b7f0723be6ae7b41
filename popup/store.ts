import { batch, computed, signal } from '@preact/signals';
import type { Status } from '../src/core/queue/item.ts';
import type { ControlAction, ListedItem, Summary } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { announceEvents } from './announcer.ts';
import { reasonOf } from './reason-of.ts';
import { eventsBetween } from './view/announcement.ts';
import { overall } from './view/overall.ts';
import { type Counts, countOf, GROUP_ASKS, GROUPS, type Group, pagesFor, STEP } from './view/queue-groups.ts';
import { type Track, track } from './view/speed.ts';
import { visibleName } from './view/visible-name.ts';

/** The rows of a group that are loaded, and how many there are in all. */
export interface GroupRows {
  readonly items: readonly ListedItem[];
  readonly total: number;
}
type Groups = Readonly<Record<Group, GroupRows>>;

const NONE: GroupRows = { items: [], total: 0 };

/** A mirror of the worker's queue. Only `look` writes it; what the user wants goes to the worker and comes back. */
export const summary = signal<Summary | null>(null);
export const groups = signal<Groups>({ running: NONE, waiting: NONE, failed: NONE, done: NONE });
export const tracks = signal<ReadonlyMap<string, Track>>(new Map());
/** ms since the epoch of the last look. */
export const lookedAt = signal(0);
/** Why the last look failed, as a sentence. */
export const silence = signal<string | null>(null);
/** Why the last command was refused, as a sentence. */
export const refusal = signal<string | null>(null);

export const loadedItems = computed(() => GROUPS.flatMap(group => groups.value[group].items));
export const running = computed(() => overall(groups.value.running.items, tracks.value));

const wanted: Record<Group, number> = {
  running: GROUP_ASKS.running.first,
  waiting: GROUP_ASKS.waiting.first,
  failed: GROUP_ASKS.failed.first,
  done: GROUP_ASKS.done.first,
};

let refresh: () => Promise<void> = async () => {};

/** Tells the store how to look at once; the page that polls knows. */
export function refreshBy(poll: () => Promise<void>): void {
  refresh = poll;
}

/** Reads the queue as it is now. Never rejects: a page that cannot read says so and tries again. */
export async function look(): Promise<void> {
  try {
    const seen = await send('worker', 'summary', {});
    const lists = await Promise.all(GROUPS.map(group => rowsOf(group, seen.counts)));
    const [first = NONE, second = NONE, third = NONE, fourth = NONE] = lists;
    take(seen, { running: first, waiting: second, failed: third, done: latestFirst(fourth) }, Date.now());
  } catch (fault) {
    silence.value = reasonOf(fault);
  }
}

async function rowsOf(group: Group, counts: Counts): Promise<GroupRows> {
  const { statuses, newestFirst } = GROUP_ASKS[group];
  const pages = await Promise.all(
    pagesFor(wanted[group], countOf(group, counts)).map(page =>
      send('worker', 'list', { ...page, status: [...statuses], newestFirst }),
    ),
  );
  return { items: pages.flatMap(page => page.items), total: pages.at(-1)?.total ?? 0 };
}

/** The worker sorts by when items were added; what ended last is what one looks for. */
function latestFirst(rows: GroupRows): GroupRows {
  return { ...rows, items: rows.items.toSorted((a, b) => (b.log.at(-1)?.at ?? 0) - (a.log.at(-1)?.at ?? 0)) };
}

function take(seen: Summary, rows: Groups, now: number): void {
  const before = new Map<string, Status>(loadedItems.value.map(item => [item.id, item.status]));
  batch(() => {
    summary.value = seen;
    groups.value = rows;
    tracks.value = new Map(
      rows.running.items.map(item => [item.id, track(tracks.value.get(item.id), now, item.bytes, item.total)]),
    );
    lookedAt.value = now;
    silence.value = null;
  });
  const named = loadedItems.value.map(item => ({ ...item, name: visibleName(item.name) }));
  announceEvents(eventsBetween(before, named), now);
}

/** Does something to one item or to all, and shows what came of it. */
export async function control(ids: string[] | 'all', action: ControlAction): Promise<void> {
  await command(async () => {
    const { refused } = await send('worker', 'control', { ids, action });
    return refused[0]?.reason ?? null;
  });
}

export async function clearFinished(): Promise<void> {
  await command(async () => {
    const { refused } = await send('worker', 'clear-finished', {});
    return refused[0]?.reason ?? null;
  });
}

export async function dismissNotice(): Promise<void> {
  await command(async () => {
    await send('worker', 'dismiss-notice', {});
    return null;
  });
}

export async function showMore(group: Group): Promise<void> {
  wanted[group] = groups.value[group].items.length + STEP;
  await refresh();
}

/** Reads the queue again, now: something was done to it. */
export function lookAgain(): Promise<void> {
  return refresh();
}

async function command(perform: () => Promise<string | null>): Promise<void> {
  try {
    refusal.value = await perform();
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
  await refresh();
}
