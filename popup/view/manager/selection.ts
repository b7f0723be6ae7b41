/** Which lines are selected, in a list in which one has the keyboard's attention. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** From where Shift reaches; null: from the cursor. */
  readonly anchor: string | null;
  readonly cursor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null, cursor: null };

/** `only`: this line and no other. `toggle`: this one as well, or no more. `reach`: from the anchor to here. `go`: none. */
export type Pick = 'only' | 'toggle' | 'reach' | 'add-reach' | 'go';

/** The selection after a click on a line, or a key that leads to it. `order` is of all lines from top to bottom. */
export function picked({ ids, anchor, cursor }: Selection, order: readonly string[], id: string, how: Pick): Selection {
  switch (how) {
    case 'only':
      return { ids: new Set([id]), anchor: id, cursor: id };
    case 'toggle': {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return { ids: next, anchor: id, cursor: id };
    }
    case 'reach':
    case 'add-reach': {
      const from = anchor ?? cursor ?? id;
      const reached = between(order, from, id);
      return { ids: new Set(how === 'reach' ? reached : [...ids, ...reached]), anchor: from, cursor: id };
    }
    case 'go':
      return { ids, anchor, cursor: id };
  }
}

/** The lines from one to another, both included, whichever is above. */
function between(order: readonly string[], from: string, to: string): readonly string[] {
  const here = order.indexOf(to);
  const there = order.indexOf(from);
  if (here < 0) return [];
  if (there < 0) return [to];
  return order.slice(Math.min(here, there), Math.max(here, there) + 1);
}

/** The selection without lines that are gone; where the cursor's line is gone, its neighbour has the cursor. */
export function surviving(
  { ids, anchor, cursor }: Selection,
  before: readonly string[],
  after: readonly string[],
): Selection {
  const left = new Set(after);
  const kept = [...ids].filter(id => left.has(id));
  return {
    ids: kept.length === ids.size ? ids : new Set(kept),
    anchor: anchor !== null && left.has(anchor) ? anchor : null,
    cursor: cursor === null || left.has(cursor) ? cursor : neighbour(cursor, before, left),
  };
}

function neighbour(id: string, before: readonly string[], left: ReadonlySet<string>): string | null {
  const here = before.indexOf(id);
  const below = before.slice(here + 1).find(each => left.has(each));
  return below ?? before.slice(0, Math.max(here, 0)).findLast(each => left.has(each)) ?? null;
}
