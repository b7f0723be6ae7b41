import { rowByKey } from '../row-by-key.ts';

/** What is selected, where a range begins, and the line that the keyboard is at. All are ids of lines. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
  readonly cursor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null, cursor: null };

/** Which keys were held: `adds` is Ctrl or Command, `extends` is Shift. */
export interface Held {
  readonly adds: boolean;
  readonly extends: boolean;
}

/** A line was clicked. With Shift the range from the anchor is taken, and the anchor stays where it is. */
export function clicked(now: Selection, order: readonly string[], id: string, held: Held): Selection {
  if (held.extends) return extended(now, order, id, held.adds);
  return held.adds ? toggled(now, id) : only(id);
}

/**
 * An arrow key, Home, End or a page key was pressed. Without other keys the line that it leads to is selected alone; with
 * Shift up to there; with Ctrl nothing is selected on the way. null: the key leads nowhere. `page` is rows in view.
 */
export function led(now: Selection, order: readonly string[], key: string, page: number, held: Held): Selection | null {
  const here = now.cursor === null ? -1 : order.indexOf(now.cursor);
  // Who comes to the list begins with its first line, whichever arrow key is pressed; only End leads elsewhere.
  const there = here === -1 && key !== 'End' ? firstByKey(key, order.length) : rowByKey(key, here, order.length, page);
  const id = there === null ? undefined : order[there];
  if (id === undefined) return null;
  if (held.extends) return extended(now, order, id, held.adds);
  return held.adds ? { ...now, cursor: id } : only(id);
}

function firstByKey(key: string, count: number): number | null {
  return rowByKey(key, 0, count, 1) === null ? null : 0;
}

export function only(id: string): Selection {
  return { ids: new Set([id]), anchor: id, cursor: id };
}

export function toggled(now: Selection, id: string): Selection {
  const ids = new Set(now.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id, cursor: id };
}

export function allOf(now: Selection, order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: now.anchor ?? order[0] ?? null, cursor: now.cursor ?? order[0] ?? null };
}

/** The keyboard stays where it is. */
export function cleared({ cursor }: Selection): Selection {
  return { ids: new Set(), anchor: null, cursor };
}

/**
 * The selection when the lines have changed: what is gone is selected no more, and the keyboard goes on to the next line
 * that was below it, or above. It is the same object where nothing of it is gone.
 */
export function kept(now: Selection, before: readonly string[], after: readonly string[]): Selection {
  if (now.ids.size === 0 && now.cursor === null && now.anchor === null) return now;
  const left = new Set(after);
  const isThere = (id: string | null): boolean => id === null || left.has(id);
  const ids = [...now.ids].filter(id => left.has(id));
  if (ids.length === now.ids.size && isThere(now.anchor) && isThere(now.cursor)) return now;
  return {
    ids: ids.length === now.ids.size ? now.ids : new Set(ids),
    anchor: isThere(now.anchor) ? now.anchor : null,
    cursor: isThere(now.cursor) ? now.cursor : heirOf(now.cursor ?? '', before, left),
  };
}

function heirOf(id: string, before: readonly string[], left: ReadonlySet<string>): string | null {
  const here = before.indexOf(id);
  if (here === -1) return null;
  const below = before.slice(here + 1).find(each => left.has(each));
  return below ?? before.slice(0, here).findLast(each => left.has(each)) ?? null;
}

function extended(now: Selection, order: readonly string[], id: string, adds: boolean): Selection {
  const anchor = now.anchor ?? now.cursor ?? id;
  const range = rangeOf(order, anchor, id);
  return {
    ids: new Set(adds ? [...now.ids, ...range] : range),
    anchor: range.includes(anchor) ? anchor : id,
    cursor: id,
  };
}

/** The lines between two, both of them among it; where the first is not there, the second alone. */
function rangeOf(order: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  return a === -1 || b === -1 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}
