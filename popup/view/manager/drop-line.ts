/** A line as it stands in the window. px */
export interface Stripe {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** Between which lines something would fall, and where to show it. */
export interface Drop {
  /** Before this line, or behind it where it is the last that is rendered. */
  readonly id: string;
  readonly isBehind: boolean;
  /** px from the top of the window. */
  readonly y: number;
}

/** Where what is held at this height would fall: at the nearest edge between two lines. null: there are no lines. */
export function dropAt(y: number, stripes: readonly Stripe[]): Drop | null {
  const sorted = stripes.toSorted((a, b) => a.top - b.top);
  const below = sorted.find(({ top, bottom }) => y < (top + bottom) / 2);
  if (below !== undefined) return { id: below.id, isBehind: false, y: below.top };
  const last = sorted.at(-1);
  return last === undefined ? null : { id: last.id, isBehind: true, y: last.bottom };
}

/** px from an edge within which the list scrolls. */
const EDGE = 40;
/** px that it scrolls with each picture, at most. */
const FASTEST = 16;

/** How far a list scrolls with the next picture, while something is held at this height: faster the nearer the edge. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const into = y < top + EDGE ? y - top - EDGE : y > bottom - EDGE ? y - bottom + EDGE : 0;
  return Math.round((Math.max(-EDGE, Math.min(EDGE, into)) / EDGE) * FASTEST);
}
