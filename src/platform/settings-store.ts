import { parseSettings, type Settings } from '../core/settings.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

/** Read once in each life of the worker, which is the only one that writes them. */
let known: Promise<Settings> | null = null;

export const settingsStore = {
  read(): Promise<Settings> {
    known ??= readStored().catch(error => {
      known = null;
      throw error;
    });
    return known;
  },
  async write(settings: Settings): Promise<void> {
    await browser.storage.local.set({ [KEY]: settings });
    known = Promise.resolve(settings);
  },
};

/** Tells the settings as somebody has just written them. */
export function onSettingsChange(act: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(changes => {
    const change = changes[KEY];
    if (change !== undefined) act(parseSettings(change.newValue));
  });
}

async function readStored(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}
