import { browser } from './browser.ts';

const NAME = 'wake';

/** The one alarm: at the latest when there is something to do (ms since the epoch), or none. */
export async function setWake(at: number | null): Promise<void> {
  if (at === null) {
    await browser.alarms.clear(NAME);
    return;
  }
  const present = await browser.alarms.get(NAME);
  // One that comes sooner stays: wakes that follow one another quickly must not put it off for ever.
  if (present !== undefined && present.scheduledTime > Date.now() && present.scheduledTime <= at) return;
  await browser.alarms.create(NAME, { when: at });
}

export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === NAME) wake();
  });
}
