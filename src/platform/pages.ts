import { browser } from './browser.ts';

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

/** Opens the queue in a tab, with a text in the box for links. */
export async function openQueue(text = ''): Promise<void> {
  const query = text === '' ? '' : `?${new URLSearchParams({ add: text }).toString()}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`popup.html${query}`) });
}

/** Opens the link chooser for a tab, beside it. */
export async function openChooser(tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`chooser.html?tab=${tabId}`);
  const opener = await browser.tabs.get(tabId).catch(() => null);
  const place = opener === null ? {} : { index: opener.index + 1, openerTabId: tabId };
  await browser.tabs.create({ url, ...place });
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
