import { browser } from './browser.ts';

const NAME = 'wake';

/** The one alarm: the next time at which there is something to do (ms since the epoch), or none. */
export async function setWake(at: number | null): Promise<void> {
  if (at === null) {
    await browser.alarms.clear(NAME);
    return;
  }
  const present = await browser.alarms.get(NAME);
  if (present !== undefined && Math.abs(present.scheduledTime - at) < 1_000) return;
  await browser.alarms.create(NAME, { when: at });
}

export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === NAME) wake();
  });
}
