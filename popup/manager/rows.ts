import { batch, computed, signal } from '@preact/signals';
import { countStatuses, tabCounts } from '../../src/core/catalogue/narrow-rows.ts';
import type { CatalogueRow } from '../../src/core/catalogue/row.ts';
import { comparer, mergeRows } from '../../src/core/catalogue/sort-rows.ts';
import { LIVE_STATUSES } from '../../src/core/queue/item.ts';
import { send } from '../../src/messages/send.ts';
import { openCatalogue } from '../../src/platform/item-catalogue.ts';
import { hearItems } from '../../src/platform/item-news.ts';
import { reasonOf } from '../reason-of.ts';
import { figuresLocale } from '../view/locale.ts';
import { look } from './look.ts';

/** Rows that are shown before the rest is read: as many as a tall window has. */
const FIRST = 50;
/** Rows that are read before they are put among the others. */
const AT_ONCE = 5_000;
/** ms in which changes are gathered: a queue at work changes many items a second. */
const GATHERED = 250;

const catalogue = openCatalogue();
const known = new Map<string, CatalogueRow>();
const compare = computed(() => {
  const collator = new Intl.Collator(figuresLocale(), { numeric: true });
  return comparer(look.value.sorting, collator.compare);
});

/** Every row that was read, in the order that the user wants. */
export const ordered = signal<readonly CatalogueRow[]>([]);
/** How many rows there are, while they are still being read; null: all are here. */
export const expected = signal<number | null>(null);
/** Why the queue cannot be read, as a sentence. */
export const silence = signal<string | null>(null);
export const isLoaded = signal(false);

const counted = signal(tabCounts(countStatuses([])));
export const counts = computed(() =>
  expected.value === null ? tabCounts(countStatuses(ordered.value)) : counted.value,
);
export const liveIds = computed(() =>
  ordered.value.filter(({ status }) => LIVE_STATUSES.some(live => live === status)).map(({ id }) => id),
);

export function rowOf(id: string): CatalogueRow | null {
  return known.get(id) ?? null;
}

/** Reads the queue: the first rows at once, then all, and what changes from now on. Never rejects. */
export async function loadRows(): Promise<void> {
  listen();
  try {
    const [first, stored] = await readFirst();
    counted.value = tabCounts(stored);
    expected.value = counted.value.all;
    take([], first);
    isLoaded.value = true;
    await painted();
    if (counted.value.all > first.length) await loadRest();
    expected.value = null;
    silence.value = null;
  } catch (fault) {
    silence.value = reasonOf(fault);
  }
}

type First = readonly [readonly CatalogueRow[], Parameters<typeof tabCounts>[0]];

async function readFirst(): Promise<First> {
  const read = (): Promise<First> => Promise.all([catalogue.first(FIRST), catalogue.counts()]);
  try {
    return await read();
  } catch {
    // There is no database yet, or an old one: the worker makes it. What is wrong with it, it says.
    await send('worker', 'summary', {});
    return read();
  }
}

/** The first rows are seen before the page is busy with the rest. */
function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Ids that were read or found to be gone while the whole was being read: that is older than they are. */
let newer: Set<string> | null = null;

async function loadRest(): Promise<void> {
  newer = new Set();
  try {
    let waiting: CatalogueRow[] = [];
    for await (const chunk of catalogue.all()) {
      waiting.push(...chunk);
      if (waiting.length < AT_ONCE) continue;
      takeOlder(waiting);
      waiting = [];
    }
    takeOlder(waiting);
  } finally {
    newer = null;
  }
}

function takeOlder(rows: readonly CatalogueRow[]): void {
  take(
    [],
    rows.filter(({ id }) => newer?.has(id) !== true),
  );
}

function take(gone: readonly string[], fresh: readonly CatalogueRow[]): void {
  for (const id of gone) known.delete(id);
  for (const row of fresh) known.set(row.id, row);
  batch(() => {
    ordered.value = mergeRows(ordered.value, new Set(gone), fresh, compare.peek());
  });
}

/** Puts all rows into the order that the user wants now. */
export function sortAgain(): void {
  ordered.value = ordered.value.toSorted(compare.peek());
}

const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

function listen(): void {
  hearItems(ids => {
    for (const id of ids) changed.add(id);
    if (document.visibilityState === 'visible') timer ??= setTimeout(readChanged, GATHERED);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && changed.size > 0) void readChanged();
  });
}

async function readChanged(): Promise<void> {
  clearTimeout(timer);
  const ids = [...changed];
  changed.clear();
  try {
    const rows = await catalogue.read(ids);
    const found = new Set(rows.map(({ id }) => id));
    for (const id of ids) newer?.add(id);
    take(
      ids.filter(id => !found.has(id)),
      rows,
    );
  } catch (fault) {
    silence.value = reasonOf(fault);
    for (const id of ids) changed.add(id);
  } finally {
    timer = undefined;
    if (changed.size > 0 && silence.value === null) timer = setTimeout(readChanged, GATHERED);
  }
}
