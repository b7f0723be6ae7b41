import { computed, signal } from '@preact/signals';
import type { CatalogueRow } from '../../src/core/catalogue/row.ts';
import type { ListedItem } from '../../src/messages/listing.ts';

/** What the table shows from top to bottom: items, and the headings of groups, which fold. */
export type Line =
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string; readonly isOpen: boolean };

/** The lines in the order of the table, after tab, search, sorting and folding. */
export const lines = signal<readonly Line[]>([]);
const catalogue = signal<ReadonlyMap<string, CatalogueRow>>(new Map());

/** What the worker says of the rows in view now: bytes, errors, what they wait for. */
export const listed = signal<ReadonlyMap<string, ListedItem>>(new Map());

export const total = computed(() => catalogue.value.size);

export function rowOf(id: string): CatalogueRow | null {
  return catalogue.value.get(id) ?? null;
}

export async function loadRows(): Promise<void> {
  lines.value = [...catalogue.value.keys()].map(id => ({ kind: 'item', id }));
}
