import { browser } from './browser.ts';
import { workerScope } from './worker-scope.ts';

/** `install` runs after the extension was installed or updated, `start` when the browser starts. */
export function onBirth(install: () => Promise<void>, start: () => void): void {
  browser.runtime.onInstalled.addListener(() => void install());
  browser.runtime.onStartup.addListener(start);
}

/** Tells that the network has gone or come back, as far as the browser notices. */
export function onNetworkChange(act: () => void): void {
  workerScope.addEventListener('online', act);
  workerScope.addEventListener('offline', act);
}
