import { batch, computed, signal } from '@preact/signals';
import type { ListAnswer, ListedGroup, ListedItem } from '../src/messages/listing.ts';
import type { Summary } from '../src/messages/protocol.ts';
import { send, WireError } from '../src/messages/send.ts';
import { announceEvents } from './announcer.ts';
import { reasonOf } from './reason-of.ts';
import { eventsBetween, type State, stateOf } from './view/announcement.ts';
import { endedAt } from './view/ended-at.ts';
import { fold, type Folded, itemsToRead, membersToRead } from './view/fold.ts';
import { overall } from './view/overall.ts';
import { rowPlaces } from './view/row-places.ts';
import { type Counts, pagesFor, ROOM, SECTION_ASKS, SECTIONS, type Section, STEP } from './view/sections.ts';
import { type Track, track } from './view/speed.ts';
import { visibleName } from './view/visible-name.ts';

type Sections = Readonly<Record<Section, ListAnswer>>;

const NONE: ListAnswer = { items: [], total: 0 };

/** A mirror of the worker's queue. Only `look` writes it; what the user wants goes to the worker and comes back. */
export const summary = signal<Summary | null>(null);
export const groups = signal<readonly ListedGroup[]>([]);
/** What was read of the groups that are open, by their ids. */
export const members = signal<ReadonlyMap<string, ListAnswer>>(new Map());
export const tracks = signal<ReadonlyMap<string, Track>>(new Map());
/** ms since the epoch of the last look. */
export const lookedAt = signal(0);
/** Why the last look failed, as a sentence. */
export const silence = signal<string | null>(null);

/** How often the queue was seen to have fewer items than before: something was removed, from here or elsewhere. */
export const removals = signal(0);

/** Only as much is read and drawn of each section as the popup has room for; the rest follows when that is seen. */
export const isOpening = signal(true);

const sections = signal<Sections>({ running: NONE, waiting: NONE, failed: NONE, done: NONE });
/** How many rows of a section, or of a group by its id, the user wants to see. */
const wanted = signal<ReadonlyMap<string, number>>(new Map());

/** The items of a section as they were read, those that are folded away in a group among them. */
export const loadedItems = computed(() => SECTIONS.flatMap(section => sections.value[section].items));
export const live = computed(() => sections.value.running.items);
export const running = computed(() => overall(live.value, tracks.value));
export const lists = computed(() => {
  const folded = SECTIONS.map((section): [Section, Folded] => {
    const { items, total } = sections.value[section];
    return [section, fold(section, items, total, groups.value, shownOf(section))];
  });
  return Object.fromEntries(folded) as Readonly<Record<Section, Folded>>;
});
/** Every row that is shown, those of open groups among them. */
export const rows = computed(() =>
  SECTIONS.flatMap(section =>
    lists.value[section].entries.flatMap(entry =>
      rowPlaces(section, entry, group => members.value.get(group)?.items ?? []),
    ),
  ),
);

let refresh: () => Promise<void> = async () => {};

/** Tells the store how to look at once; the page that polls knows. */
export function refreshBy(poll: () => Promise<void>): void {
  refresh = poll;
}

/** Reads the queue again, now: something was done to it. */
export function lookAgain(): Promise<void> {
  return refresh();
}

/** Reads the queue as it is now. Never rejects: a page that cannot read says so and tries again. */
export async function look(): Promise<void> {
  try {
    let read = await readQueue();
    // What goes from one section to another while they are read is seen in neither, and would take the focus with it.
    if (isMissing(read)) read = await readQueue();
    take(read, Date.now());
  } catch (fault) {
    silence.value = reasonOf(fault);
    // What was seen before is not there any more; a worker that is silent for once will be back.
    if (fault instanceof WireError && fault.code.startsWith('store-')) summary.value = null;
  }
}

/** The queue as it was read, in several asks. */
interface Read {
  readonly seen: Summary;
  readonly underWay: readonly ListedGroup[];
  readonly sections: Sections;
  readonly inside: ReadonlyMap<string, ListAnswer>;
}

async function readQueue(): Promise<Read> {
  // Who has just opened the page waits for it: the heads of all sections are asked for before it is known what is there.
  const heads = summary.value === null ? Promise.all(SECTIONS.map(headOf)) : null;
  const [seen, underWay, known] = await Promise.all([
    send('worker', 'summary', {}),
    send('worker', 'groups', {}),
    heads,
  ]);
  const open = underWay.groups.filter(({ id }) => members.value.has(id));
  const [running = NONE, waiting = NONE, failed = NONE, done = NONE, ...read] = await Promise.all([
    ...SECTIONS.map((section, index) => itemsOf(section, seen.counts, underWay.groups, known?.[index])),
    ...open.map(membersOf),
  ]);
  const inside = new Map(open.map(({ id }, index) => [id, read[index] ?? NONE]));
  return { seen, underWay: underWay.groups, sections: { running, waiting, failed, done: latestFirst(done) }, inside };
}

/** Says whether an item that was shown is in no section, although nothing was removed. */
function isMissing({ seen, sections: read }: Read): boolean {
  if (summary.value !== null && sizeOf(seen) < sizeOf(summary.value)) return false;
  const there = new Set(SECTIONS.flatMap(section => read[section].items.map(({ id }) => id)));
  return loadedItems.value.some(({ id }) => !there.has(id));
}

function askFor(section: Section, page: Page): Promise<ListAnswer> {
  const { statuses, newestFirst } = SECTION_ASKS[section];
  return send('worker', 'list', { ...page, status: [...statuses], newestFirst });
}

function headOf(section: Section): Promise<ListAnswer> {
  return askFor(section, { offset: 0, limit: shownOf(section) });
}

/** `head`: what is known of it already, which may be enough. */
async function itemsOf(
  section: Section,
  counts: Counts,
  underWay: readonly ListedGroup[],
  head?: ListAnswer,
): Promise<ListAnswer> {
  const count = itemsToRead(section, counts, underWay, shownOf(section));
  if (head !== undefined && Math.min(count, head.total) <= head.items.length) return head;
  return read(count, page => askFor(section, page));
}

async function membersOf(group: ListedGroup): Promise<ListAnswer> {
  const count = membersToRead(group, wantedOf(group.id));
  return read(count, page => send('worker', 'list', { ...page, group: group.id }));
}

type Page = ReturnType<typeof pagesFor>[number];

async function read(count: number, ask: (page: Page) => Promise<ListAnswer>): Promise<ListAnswer> {
  const pages = await Promise.all(pagesFor(count, count).map(ask));
  return { items: pages.flatMap(page => page.items), total: pages.at(-1)?.total ?? 0 };
}

/** The worker sorts by when items were added; what ended last is what one looks for. */
function latestFirst({ items, total }: ListAnswer): ListAnswer {
  return { items: items.toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0)), total };
}

function take({ seen, underWay, sections: read, inside }: Read, now: number): void {
  const before = new Map<string, State>(loadedItems.value.map(item => [item.id, stateOf(item)]));
  batch(() => {
    if (summary.value !== null && sizeOf(seen) < sizeOf(summary.value)) removals.value += 1;
    summary.value = seen;
    groups.value = underWay;
    sections.value = read;
    // A group that was opened or closed meanwhile stays so.
    members.value = new Map([...members.value].flatMap(([id, old]) => membersNow(id, old, inside, underWay)));
    tracks.value = new Map(
      read.running.items.map(item => [item.id, track(tracks.value.get(item.id), now, item.bytes, item.total)]),
    );
    lookedAt.value = now;
    silence.value = null;
  });
  const named = loadedItems.value.map((item: ListedItem) => ({
    id: item.id,
    state: stateOf(item),
    name: visibleName(item.name),
  }));
  announceEvents(eventsBetween(before, named), now);
}

function sizeOf({ counts }: Summary): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function membersNow(
  id: string,
  old: ListAnswer,
  inside: ReadonlyMap<string, ListAnswer>,
  underWay: readonly ListedGroup[],
): [string, ListAnswer][] {
  return underWay.some(group => group.id === id) ? [[id, inside.get(id) ?? old]] : [];
}

function wantedOf(list: string): number {
  const section = SECTIONS.find(each => each === list);
  return wanted.value.get(list) ?? (section === undefined ? STEP : SECTION_ASKS[section].first);
}

function shownOf(section: Section): number {
  return isOpening.value ? Math.min(wantedOf(section), ROOM) : wantedOf(section);
}

/** Shows more rows of a section or of an open group. */
export async function showMore(list: string): Promise<void> {
  wanted.value = new Map([...wanted.value, [list, wantedOf(list) + STEP]]);
  await refresh();
}

/** Opens a group that is closed, and closes one that is open. */
export async function toggleGroup(id: string): Promise<void> {
  const open = new Map(members.value);
  if (!open.delete(id)) open.set(id, NONE);
  members.value = open;
  await refresh();
}
