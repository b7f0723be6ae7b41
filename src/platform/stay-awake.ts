import { browser } from './browser.ts';

/**
 * Tells the browser that the worker is not idle, which it would end after 30 s (Chromium 156) over work that is neither
 * an event nor an API call. Not to be waited for: a transaction that is open would end.
 */
export function stayAwake(): void {
  void browser.runtime.getPlatformInfo().catch(() => undefined);
}
