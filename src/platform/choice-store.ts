import type { Choice } from '../core/links/choice.ts';
import { parseChoices, withChoice } from '../core/links/parse-choice.ts';
import { browser } from './browser.ts';

const KEY = 'choices';

/** What the user chose last on each site. Nothing of it is sent anywhere. */
export const choiceStore = {
  /** null where nothing was chosen there yet. */
  async read(site: string): Promise<Choice | null> {
    return (await stored()).find(entry => entry.site === site)?.choice ?? null;
  },
  async write(site: string, choice: Choice): Promise<void> {
    await browser.storage.local.set({ [KEY]: withChoice(await stored(), site, choice) });
  },
  async forget(site: string): Promise<void> {
    await browser.storage.local.set({ [KEY]: (await stored()).filter(entry => entry.site !== site) });
  },
};

async function stored() {
  return parseChoices((await browser.storage.local.get(KEY))[KEY]);
}
