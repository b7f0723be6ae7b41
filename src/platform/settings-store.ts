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

async function readStored(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}
