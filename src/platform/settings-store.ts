import { parseSettings, type Settings } from '../core/settings.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

export const settingsStore = {
  async read(): Promise<Settings> {
    const stored = await browser.storage.local.get(KEY);
    return parseSettings(stored[KEY]);
  },
  async write(settings: Settings): Promise<void> {
    await browser.storage.local.set({ [KEY]: settings });
  },
};
