import { effect, signal } from '@preact/signals';
import { speedOf } from '../view/speed.ts';
import { lookedAt, tracks } from './watching.ts';

/** Bytes a second at a moment, ms since the epoch. */
export interface SpeedSample {
  readonly at: number;
  readonly speed: number;
}

/** Samples of one item that are kept: half an hour of looks. */
const MOST = 3_600;

const logs = new Map<string, SpeedSample[]>();
/** Grows with every look. */
export const speedLogged = signal(0);

/** What was seen of an item's speed since this page was opened, the oldest first. */
export function speedsOf(id: string): readonly SpeedSample[] {
  return logs.get(id) ?? [];
}

/** Writes down the speeds of what is on its way, as long as the page is there. */
export function keepSpeedLog(): void {
  effect(() => {
    const at = lookedAt.value;
    for (const [id, seen] of tracks.peek()) {
      const speed = speedOf(seen);
      if (speed === null) continue;
      const log = logs.get(id) ?? [];
      if (log.at(-1)?.at === at) continue;
      log.push({ at, speed });
      if (log.length > MOST) log.shift();
      logs.set(id, log);
    }
    speedLogged.value = speedLogged.peek() + 1;
  });
}
