import type { Priority } from '../../../src/core/queue/item.ts';

/** Where lines go that are moved: between two others. null: there is none on that side. */
export interface Gap {
  /** Those that move, in the order that they have. */
  readonly ids: readonly string[];
  readonly above: string | null;
  readonly below: string | null;
  /** The place of the first of them afterwards, from 1. */
  readonly place: number;
}

export type Way = 'up' | 'down' | 'top' | 'bottom';

/** The gap before the line of this index, which may be one of those that move. null: all would stay as it is. */
export function gapAt(order: readonly string[], moved: ReadonlySet<string>, index: number): Gap | null {
  const ids = order.filter(id => moved.has(id));
  const over = order.slice(0, index).filter(id => !moved.has(id));
  const under = order.slice(index).filter(id => !moved.has(id));
  const isSame = ids.every((id, offset) => order[over.length + offset] === id);
  if (ids.length === 0 || over.length + under.length === 0 || isSame) return null;
  return { ids, above: over.at(-1) ?? null, below: under[0] ?? null, place: over.length + 1 };
}

/** The gap to which a step or a leap leads. Lines that do not stand together gather at the first, or at the last. */
export function gapByWay(order: readonly string[], moved: ReadonlySet<string>, way: Way): Gap | null {
  const first = order.findIndex(id => moved.has(id));
  const last = order.findLastIndex(id => moved.has(id));
  if (way === 'top') return gapAt(order, moved, 0);
  if (way === 'bottom') return gapAt(order, moved, order.length);
  // At the edge those that are apart still gather.
  return gapAt(order, moved, way === 'up' ? Math.max(0, first - 1) : Math.min(order.length, last + 2));
}

/** What the worker is asked for: to stand right beside another item, in its priority. */
export interface Stand {
  readonly side: 'before' | 'after';
  readonly priority: Priority;
}

/**
 * The queue is in order of priority first. Items that are put among those of another one take theirs, so that they stand
 * where they were put; between two priorities they keep their own where it is one of the two.
 */
export function standAt(above: Priority | null, below: Priority | null, own: readonly Priority[]): Stand {
  const isOfAbove = above !== null && own.every(each => each === above);
  if (below !== null && !(isOfAbove && above !== below)) return { side: 'before', priority: below };
  return { side: 'after', priority: above ?? below ?? 'normal' };
}

/** Lines that stand together in one priority, and what they stand beside: what it takes to bring them back there. */
export interface Run {
  readonly ids: readonly string[];
  readonly side: 'before' | 'after';
  readonly beside: string;
  readonly priority: Priority;
}

/**
 * How the lines that are about to move are brought back, one run after the other from the top. A line of which the
 * priority is not known (a group) makes that impossible: null.
 */
export function wayBack(
  order: readonly string[],
  moved: ReadonlySet<string>,
  priorityOf: (id: string) => Priority | null,
): readonly Run[] | null {
  const runs: { ids: string[]; start: number; priority: Priority }[] = [];
  for (const [index, id] of order.entries()) {
    if (!moved.has(id)) continue;
    const priority = priorityOf(id);
    if (priority === null) return null;
    const last = runs.at(-1);
    if (last !== undefined && last.priority === priority && last.start + last.ids.length === index) last.ids.push(id);
    else runs.push({ ids: [id], start: index, priority });
  }
  return runs.flatMap(({ ids, start, priority }): Run[] => {
    const [above, below] = [order[start - 1], order[start + ids.length]];
    // Only beside one of the same priority does the place in the order mean anything.
    if (above !== undefined && (below === undefined || priorityOf(above) === priority))
      return [{ ids, side: 'after', beside: above, priority }];
    return below === undefined ? [] : [{ ids, side: 'before', beside: below, priority }];
  });
}
