import { browser } from './browser.ts';
import { workerScope } from './worker-scope.ts';

/** `install` runs after the extension was installed or updated, `start` when the browser starts. */
export function onBirth(install: () => Promise<void>, start: () => void): void {
  browser.runtime.onInstalled.addListener(() => void install());
  browser.runtime.onStartup.addListener(start);
}

export function onOnline(act: () => void): void {
  workerScope.addEventListener('online', act);
}
