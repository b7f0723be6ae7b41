import { browser } from './browser.ts';

/** The match patterns of the websites that the user has allowed. */
export function granted(): Promise<string[]> {
  known ??= browser.permissions
    .getAll()
    .then(({ origins = [] }) => origins)
    .catch(error => {
      known = null;
      throw error;
    });
  return known;
}

/** The last answer; the browser tells when it is out of date. */
let known: Promise<string[]> | null = null;
for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
  changed.addListener(() => {
    known = null;
  });

/** Shows the browser's prompt. Must be called within a click: the browser refuses it anywhere else. */
export function request(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** The patterns of a website in both of the schemes that the manifest lets us ask for. */
export function siteOrigins(hostname: string): string[] {
  return [`https://${hostname}/*`, `http://${hostname}/*`];
}

/** Tells that the user has granted or taken back hosts. */
export function onGrantsChanged(act: () => void): void {
  browser.permissions.onAdded.addListener(act);
  browser.permissions.onRemoved.addListener(act);
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Shows the browser's prompt. Must be called within a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}
