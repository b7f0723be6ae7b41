import { browser } from './browser.ts';

/** In `storage.session`. */
const TEXT = 'add-text';

/** The tab that the user looks at, or null where there is none (a window of developer tools). */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The address and title of the page that the user looks at, where it is of the web and the click let us see it. */
export async function activePage(): Promise<{ readonly url: string; readonly title: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ?? '';
  return /^https?:/.test(url) ? { url, title: tab?.title ?? '' } : null;
}

/** Opens the link chooser for a tab, beside it. */
export async function openChooser(tabId: number): Promise<void> {
  await openBeside(`chooser.html?tab=${tabId}`, tabId);
}

/** Opens the link chooser for links that were put aside, beside the tab that they come from. */
export async function openBasket(id: string, tabId: number | null): Promise<void> {
  await openBeside(`chooser.html?basket=${id}`, tabId);
}

/**
 * Opens the choice of tabs, beside the tab from which it was asked for. Names the highlighted ones where there are
 * several: the page that opens takes the highlight from them.
 */
export async function openTabsPage(tabId: number | null): Promise<void> {
  const opener = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  const place = opener === null ? { currentWindow: true } : { windowId: opener.windowId };
  const highlighted = await browser.tabs.query({ ...place, highlighted: true });
  const ids = highlighted.flatMap(({ id }) => id ?? []);
  await openBeside(ids.length > 1 ? `tabs.html?chosen=${ids.join(',')}` : 'tabs.html', tabId);
}

/** Shows the queue in a tab of its own: the one that is open, or a new one, which takes a text into its box for links. */
export async function openQueue(text = ''): Promise<void> {
  const url = browser.runtime.getURL('popup.html');
  if (text !== '') {
    // An address would stay in the browser's history.
    await browser.storage.session.set({ [TEXT]: text });
    await browser.tabs.create({ url });
    return;
  }
  const [open] = await browser.runtime.getContexts({ contextTypes: ['TAB'], documentUrls: [url] });
  if (open === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}

/** The text that the queue was opened with, once. */
export async function takeOpeningText(): Promise<string> {
  const { [TEXT]: text } = await browser.storage.session.get(TEXT);
  await browser.storage.session.remove(TEXT);
  return typeof text === 'string' ? text : '';
}

async function openBeside(path: string, tabId: number | null): Promise<void> {
  const opener = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  const place =
    opener?.id === undefined ? {} : { index: opener.index + 1, openerTabId: opener.id, windowId: opener.windowId };
  await browser.tabs.create({ url: browser.runtime.getURL(path), ...place });
}

/** Opens the browser's own list of downloads, where the user alone decides about files that it keeps back. */
export async function openDownloadsList(): Promise<void> {
  await browser.tabs.create({ url: 'chrome://downloads/' });
}

/** Closes the page that calls it. `window.close` works only where a script opened the page. */
export async function closeThisPage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) globalThis.close();
  else await browser.tabs.remove(tab.id);
}
