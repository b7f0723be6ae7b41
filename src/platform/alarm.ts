import { browser } from './browser.ts';

const NAME = 'wake';

/** The one alarm: at the latest when there is something to do (ms since the epoch), or none. */
export async function setWake(at: number | null): Promise<void> {
  if (at === null) {
    if (known !== null) await browser.alarms.clear(NAME);
    known = null;
    return;
  }
  known ??= (await browser.alarms.get(NAME))?.scheduledTime ?? null;
  // One that comes sooner stays: wakes that follow one another quickly must not put it off for ever.
  if (known !== null && known > Date.now() && known <= at) return;
  await browser.alarms.create(NAME, { when: at });
  known = at;
}

/** When the alarm is set for, as far as this life of the worker knows: undefined before it has looked, null for none. */
let known: number | null | undefined;

export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name !== NAME) return;
    known = null;
    wake();
  });
}
