import { browser } from './browser.ts';

const NAME = 'wake';

/**
 * Minutes after which the alarm rings again. It is for a worker that dies over it, for an alarm is told once: whoever
 * lives sets it anew, or clears it.
 */
const AGAIN = 1;

/** The one alarm: at the latest when there is something to do (ms since the epoch), or none. */
export async function setWake(at: number | null): Promise<void> {
  if (at === null) {
    if (known !== null) await browser.alarms.clear(NAME);
    known = null;
    return;
  }
  known ??= (await browser.alarms.get(NAME))?.scheduledTime ?? null;
  // One that comes sooner stays: wakes that follow one another quickly must not put it off for ever.
  if (!hasRung && known !== null && known > Date.now() && known <= at) return;
  await browser.alarms.create(NAME, { when: at, periodInMinutes: AGAIN });
  hasRung = false;
  known = at;
}

/** What is set now is only the ringing again, which the next thing due takes the place of. */
let hasRung = false;

/** When the alarm is set for, as far as this life of the worker knows: undefined before it has looked, null for none. */
let known: number | null | undefined;

export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name !== NAME) return;
    known = undefined;
    hasRung = true;
    wake();
  });
}
