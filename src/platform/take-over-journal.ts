import type { TakeOver } from '../core/take-over/take-over.ts';
import type { TakeOverPorts } from '../worker/take-over-ports.ts';
import { browser } from './browser.ts';

const KEY = 'takeOvers';
const ALARM = 'take-over';
/** Minutes between two looks at what a dead worker has left. */
const PERIOD = 1;

/** Writes come one after the other: each reads what the last one wrote. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The take-overs that are not over, on disk. An alarm stands as long as there is one: a worker that dies over it is not
 * woken by anything else. It is trusted as our own writing.
 */
export const takeOverJournal: TakeOverPorts['journal'] = {
  async read() {
    const all = await stored();
    // A browser that was started anew may have forgotten it.
    if (all.length > 0) await standAlarm();
    return all;
  },
  async note(takeOver) {
    await standAlarm();
    await change(all => [...all, takeOver]);
  },
  async forget(itemId) {
    const left = await change(all => all.filter(other => other.itemId !== itemId));
    if (left.length === 0) await browser.alarms.clear(ALARM);
  },
};

/** Tells that it is time to look at what is left. */
export function onTakeOverAlarm(act: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) act();
  });
}

async function standAlarm(): Promise<void> {
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { delayInMinutes: PERIOD, periodInMinutes: PERIOD });
}

async function stored(): Promise<readonly TakeOver[]> {
  return (await browser.storage.local.get<{ takeOvers?: readonly TakeOver[] }>(KEY)).takeOvers ?? [];
}

function change(by: (all: readonly TakeOver[]) => readonly TakeOver[]): Promise<readonly TakeOver[]> {
  const changed = turn.then(async () => {
    const all = by(await stored());
    await browser.storage.local.set({ [KEY]: all });
    return all;
  });
  turn = changed.catch(() => undefined);
  return changed;
}
