import { computed, signal } from '@preact/signals';
import { isFiltering, type LinkFilter, NO_FILTER, readFilter } from '../../src/core/links/choice.ts';
import type { FileKind } from '../../src/core/links/file-kind.ts';
import type { OfferedLink } from '../../src/core/links/offered-link.ts';
import type { KnownLinksAnswer } from '../../src/messages/chooser.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import type { Sent } from '../send-links.ts';
import { between, type Change, changed, hostCounts, kindCounts } from '../view/selection.ts';

/** Where the page is on its way. */
export type Step =
  | { readonly step: 'reading' }
  | { readonly step: 'trouble'; readonly text: string; readonly canReadAgain: boolean }
  | { readonly step: 'choosing' }
  | { readonly step: 'sending'; readonly done: number; readonly all: number }
  /** `unsent`: links that were left when the user stopped it. */
  | { readonly step: 'sent'; readonly sent: Sent; readonly unsent: number };
export type Known = NonNullable<KnownLinksAnswer['known'][number]>;

export const step = signal<Step>({ step: 'reading' });
export const pages = signal<readonly PageLinks[]>([]);
/** Pages that could not be read, each with the reason. */
export const unreadPages = signal<readonly string[]>([]);
export const rows = signal<readonly OfferedLink[]>([]);
/** What the queue knows of links, by URL. */
export const known = signal<ReadonlyMap<string, Known>>(new Map());
/** Places in `rows`. */
export const selected = signal<ReadonlySet<number>>(new Set());
/** The place in `rows` that was pointed at last. */
export const focused = signal<number | null>(null);
export const filter = signal<LinkFilter>(NO_FILTER);
export const layout = signal<'list' | 'tiles'>('list');

export const isNarrowed = computed(() => isFiltering(filter.value));
export const kinds = computed(() => kindCounts(rows.value));
export const hosts = computed(() => hostCounts(rows.value));
export const readied = computed(() => readFilter(filter.value));
/** Places in `rows`, of those that fit the filter. */
export const shown = computed(() => {
  const { matches } = readied.value;
  return [...rows.value.keys()].filter(index => {
    const link = rows.value[index];
    return link !== undefined && matches(link);
  });
});
/** What is selected and shown: only what the user sees is sent. */
export const sendable = computed(() =>
  shown.value.flatMap(index => (selected.value.has(index) ? (rows.value[index] ?? []) : [])),
);
/** The link that speaks for all of them in previews. */
export const sample = computed((): OfferedLink | null => {
  const pointedAt = focused.value === null ? undefined : rows.value[focused.value];
  return pointedAt ?? sendable.value[0] ?? null;
});

/** The place from which a choice with Shift held down reaches. */
let anchor: number | null = null;

/** Turns one link on or off, or with `reach` all of them from the last one on. */
export function toggle(index: number, reach: boolean): void {
  const isOn = !selected.value.has(index);
  const range = reach && anchor !== null ? between(shown.value, anchor, index) : [index];
  selected.value = changed(selected.value, range, isOn ? 'all' : 'none');
  anchor = index;
  focused.value = index;
}

/** Selects all from the place where the reaching began to this one. */
export function reachTo(from: number, to: number): void {
  anchor ??= from;
  selected.value = changed(selected.value, between(shown.value, anchor, to), 'all');
}

/** A move without Shift begins a new reach. */
export function pointAt(index: number): void {
  anchor = index;
  focused.value = index;
}

export function select(change: Change): void {
  selected.value = changed(selected.value, shown.value, change);
}

export function narrow(part: Partial<LinkFilter>): void {
  filter.value = { ...filter.value, ...part };
  // The link that was pointed at may be hidden now.
  focused.value = null;
  anchor = null;
}

export function toggleKind(kind: FileKind): void {
  narrow({ kinds: toggled(filter.value.kinds, kind) });
}

export function toggleHost(host: string): void {
  narrow({ hosts: toggled(filter.value.hosts, host) });
}

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter(other => other !== one) : [...list, one];
}
