import { browser } from './browser.ts';

export interface WindowTab {
  readonly id: number;
  /** Null where the browser hides it: the host is not granted, nor `tabs`. Then the title is hidden too. */
  readonly url: string | null;
  readonly title: string;
  /** The browser has put it to sleep: there is nothing in it to read. */
  readonly isAsleep: boolean;
}

/** The tabs of the window that the calling page is in, but for that page itself. */
export async function windowTabs(): Promise<WindowTab[]> {
  const [tabs, own] = await Promise.all([browser.tabs.query({ currentWindow: true }), browser.tabs.getCurrent()]);
  return tabs.flatMap(({ id, url, pendingUrl, title = '', discarded }) =>
    id === undefined || id === own?.id ? [] : [{ id, url: url || pendingUrl || null, title, isAsleep: discarded }],
  );
}
