import type { CatalogueRow } from './row.ts';
import type { SortKey, Sorting } from './sort-rows.ts';

/** What only a download that is on its way has; null: not known, or not yet. */
export interface Motion {
  /** 0–1 of the whole. */
  readonly progress: number | null;
  /** Bytes a second. */
  readonly speed: number | null;
  /** Seconds until it is there. */
  readonly left: number | null;
}

export const MOTION_KEYS = ['progress', 'speed', 'left'] as const satisfies readonly (SortKey & keyof Motion)[];

/**
 * The rows that move before all others, in the order of what they move by; of those, what has no figure stands last.
 * The rest stays as it is. Sorted otherwise, all of it does.
 */
export function movingFirst(
  rows: readonly CatalogueRow[],
  { by, isDown }: Sorting,
  motions: ReadonlyMap<string, Motion>,
): readonly CatalogueRow[] {
  const key = MOTION_KEYS.find(each => each === by);
  if (key === undefined || motions.size === 0) return rows;
  const moving: CatalogueRow[] = [];
  const resting: CatalogueRow[] = [];
  for (const row of rows) (motions.has(row.id) ? moving : resting).push(row);
  const figureOf = ({ id }: CatalogueRow): number | null => motions.get(id)?.[key] ?? null;
  moving.sort((a, b) => {
    const [first, second] = [figureOf(a), figureOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return isDown ? second - first : first - second;
  });
  return [...moving, ...resting];
}
