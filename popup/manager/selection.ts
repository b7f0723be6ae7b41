import { computed, effect, signal } from '@preact/signals';
import { NOTHING, type Pick, picked, type Selection, surviving } from '../view/manager/selection.ts';
import { lines } from './table.ts';

export const selection = signal<Selection>(NOTHING);
/** The id of the line that has the keyboard's attention, and whose details are shown; null: none yet. */
export const cursor = computed(() => selection.value.cursor);

const order = computed(() => lines.value.map(({ id }) => id));
const members = computed(() => {
  const inGroups = new Map<string, string[]>();
  let heading: string[] | null = null;
  for (const line of lines.value) {
    if (line.kind === 'group') inGroups.set(line.id, (heading = []));
    else if (line.isMember) heading?.push(line.id);
  }
  return inGroups;
});

/** The ids of the items that are selected, in their order. A heading stands for the items of its group that are shown. */
export const selected = computed<readonly string[]>(() => {
  const { ids } = selection.value;
  if (ids.size === 0) return [];
  const all = new Set([...ids].flatMap(id => members.value.get(id) ?? [id]));
  return all.size === 1 ? [...all] : order.value.filter(id => all.has(id));
});

export function pick(id: string, how: Pick): void {
  selection.value = picked(selection.value, order.value, id, how);
}

export function pickAll(): void {
  const items = lines.value.flatMap(line => (line.kind === 'item' ? [line.id] : []));
  selection.value = { ...selection.value, ids: new Set(items) };
}

/** Selects nothing; the cursor stays where it is. */
export function pickNone(): void {
  selection.value = { ...selection.value, ids: new Set(), anchor: null };
}

/** Lets go of lines that are filtered away or removed. */
export function followLines(): void {
  let before = order.peek();
  effect(() => {
    const after = order.value;
    const { ids, cursor } = selection.peek();
    if (ids.size > 0 || cursor !== null) selection.value = surviving(selection.peek(), before, after);
    before = after;
  });
}
