import type { Piece } from '../../../src/core/queue/pieces.ts';
import { percentOf } from '../progress-text.ts';

/** A stretch of the picture; shares of the whole, 0–1. */
export interface Stretch {
  readonly key: string;
  readonly start: number;
  readonly share: number;
  readonly look: 'here-fetch' | 'here-browser' | 'coming' | 'missing';
}

/** What the picture says to who cannot see it. */
export interface PartsSummary {
  readonly percent: number | null;
  readonly here: number;
  readonly coming: number;
  readonly missing: number;
}

export function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  const total = lengthOf(pieces);
  return pieces.map(({ first, last, state, carrier }) => ({
    key: `${first}`,
    start: first / total,
    share: (last - first + 1) / total,
    look: state !== 'here' ? state : carrier === 'browser-download' ? 'here-browser' : 'here-fetch',
  }));
}

/** How many pieces are in each state, and how much of the file is here. */
export function summaryOf(pieces: readonly Piece[], bytes: number): PartsSummary {
  const count = (wanted: Piece['state']): number => pieces.filter(({ state }) => state === wanted).length;
  const total = lengthOf(pieces);
  return {
    percent: percentOf(Math.min(bytes, total), total === 0 ? null : total),
    here: count('here'),
    coming: count('coming'),
    missing: count('missing'),
  };
}

function lengthOf(pieces: readonly Piece[]): number {
  return (pieces.at(-1)?.last ?? -1) + 1;
}
