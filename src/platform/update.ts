import { browser } from './browser.ts';

const KEY = 'updateWaits';

/** A newer version that the browser has ready. It is put in place when nothing runs, or at the browser's next start. */
export const update = {
  async isWaiting(): Promise<boolean> {
    known ??= (await browser.storage.session.get(KEY))[KEY] === true;
    return known && !(await isPageOpen());
  },
  apply(): void {
    browser.runtime.reload();
  },
};

/** As far as this life of the worker knows; null before it has looked. */
let known: boolean | null = null;

/** The offscreen document is none of these: it goes and comes with what runs. */
async function isPageOpen(): Promise<boolean> {
  const pages = await browser.runtime.getContexts({ contextTypes: ['TAB', 'POPUP', 'SIDE_PANEL'] });
  return pages.length > 0;
}

/** That somebody listens makes the browser wait for `apply`. To be called synchronously at the worker's start. */
export function onUpdate(wake: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    known = true;
    void browser.storage.session.set({ [KEY]: true }).then(wake);
  });
}
