import type { Status } from './queue/item.ts';
import type { BadgeFigure } from './settings.ts';

/** What stands on the toolbar button. */
export interface Badge {
  /** At most four characters: more are cut off. */
  readonly text: string;
  readonly tone: Tone;
}
export type Tone = 'calm' | 'alarmed';

/** Each with white figures on it has a contrast of 4.5 and more. */
export const TONES = { calm: '#0b6570', alarmed: '#b3362b' } as const satisfies Record<Tone, string>;

type Counts = Readonly<Record<Status, number>>;

/** Counts that a person has in mind: what travels, what comes later, what needs them. */
export interface InShort {
  readonly running: number;
  readonly waiting: number;
  readonly failed: number;
}

export function inShort(counts: Counts): InShort {
  return {
    running: counts.starting + counts.running + counts.saving,
    waiting: counts.queued + counts.waiting,
    failed: counts.failed,
  };
}

/** `percent`: of all that travels, null while unknown. A failure shows whatever else is shown, and not by colour alone. */
export function badgeOf({ running, failed }: InShort, figure: BadgeFigure, percent: number | null): Badge {
  const tone = failed > 0 ? 'alarmed' : 'calm';
  const mark = failed > 0 ? '!' : '';
  if (running === 0) return { text: mark, tone };
  if (figure === 'percent' && percent !== null) return { text: `${percent}${mark || '%'}`, tone };
  return { text: `${Math.min(running, 999)}${mark}`, tone };
}

/** Whole percent of several files together; null when the size of one is unknown: that would be a guess. */
export function percentTogether(
  all: readonly { readonly bytes: number; readonly total: number | null }[],
): number | null {
  let [bytes, total] = [0, 0];
  for (const each of all) {
    if (each.total === null) return null;
    bytes += Math.min(each.bytes, each.total);
    total += each.total;
  }
  return total === 0 ? null : Math.floor((100 * bytes) / total);
}
