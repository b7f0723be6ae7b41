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

/** What the manager is to show: one item by its id, or what a search finds. */
export type Shown = { readonly item: string } | { readonly q: string };

/** Shows the manager: the tab that has it already, or a new one. Without `shown` an open one stays as it is. */
export async function openQueue(shown?: Shown): Promise<void> {
  const page = browser.runtime.getURL('manager.html');
  const url = shown === undefined ? page : `${page}?${new URLSearchParams({ ...shown })}`;
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = tabs.find(({ documentUrl }) => documentUrl?.split(/[?#]/)[0] === page);
  if (open === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.tabId, shown === undefined ? { active: true } : { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Opens the popup in a tab of its own, with a text in its box for links. */
export async function openAddBox(text: string): Promise<void> {
  // An address would stay in the browser's history.
  await browser.storage.session.set({ [TEXT]: text });
  await browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
}

/**
 * Opens the side panel beside a tab, and beside the others of its window. The browser allows it within a click only, so
 * nothing may be waited for before it.
 */
export async function openPanel(tabId: number): Promise<void> {
  await browser.sidePanel.open({ tabId });
}

/** The same from a page of ours: beside the tab that the user looks at. */
export async function openPanelHere(): Promise<void> {
  const tabId = await activeTabId();
  if (tabId !== null) await openPanel(tabId);
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Tells that the user looks at another page than before, in this window or another. */
export function onActivePageChange(act: () => void): () => void {
  browser.tabs.onActivated.addListener(act);
  browser.tabs.onUpdated.addListener(act);
  return () => {
    browser.tabs.onActivated.removeListener(act);
    browser.tabs.onUpdated.removeListener(act);
  };
}

/** The text that the box for links was opened with, once. */
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

/** The browser's settings of where it saves files. */
export async function openDownloadSettings(): Promise<void> {
  await browser.tabs.create({ url: 'chrome://settings/downloads' });
}

/** Opens a page or a link of the web in a tab. Only for what the queue has accepted as an address of the web. */
export async function openLink(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

export async function showDownloadFolder(): Promise<void> {
  browser.downloads.showDefaultFolder();
}

/** Closes the page that calls it. `window.close` works only where a script opened the page. */
export async function closeThisPage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) globalThis.close();
  else await browser.tabs.remove(tab.id);
}
