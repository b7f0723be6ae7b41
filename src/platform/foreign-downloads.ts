import type { ForeignDownload } from '../core/take-over/foreign-download.ts';
import { essenceOf } from '../core/take-over/same-file.ts';
import type { ForeignDownloadsPort } from '../worker/take-over-ports.ts';
import { browser } from './browser.ts';

/** The downloads that are not ours. */
export const foreignDownloads: ForeignDownloadsPort = {
  async look(downloadId) {
    const [item] = await browser.downloads.search({ id: downloadId });
    return item === undefined ? null : toForeign(item);
  },
  async hold(downloadId) {
    await browser.downloads.pause(downloadId).catch(ignoreEnded);
  },
  async goOn(downloadId) {
    await browser.downloads.resume(downloadId);
  },
  async cancel(downloadId) {
    await browser.downloads.cancel(downloadId).catch(ignoreEnded);
  },
  async erase(downloadId) {
    await browser.downloads.erase({ id: downloadId });
  },
};

/**
 * Tells of each download that begins: of one that no extension has asked for, and that one of ours has begun.
 *
 * Who asked for it the browser tells a moment after the beginning, and not with it; a moment later the type may be
 * another one, by the name (Chromium 156).
 */
export function onDownloadBegun(foreign: (download: ForeignDownload) => void, ours: (url: string) => void): void {
  browser.downloads.onCreated.addListener(begun => void tellWhose(begun));

  async function tellWhose({ id, mime }: chrome.downloads.DownloadItem): Promise<void> {
    const [item] = await browser.downloads.search({ id });
    if (item?.byExtensionId === browser.runtime.id) ours(item.url);
    else if (item !== undefined && item.byExtensionId === undefined)
      foreign({ ...toForeign(item), type: essenceOf(mime) });
  }
}

/** When a download begins the browser knows its type and its size, not yet its name (Chromium 156). */
function toForeign(item: chrome.downloads.DownloadItem): ForeignDownload {
  return {
    id: item.id,
    url: item.url,
    finalUrl: item.finalUrl,
    referrer: item.referrer === '' ? null : item.referrer,
    type: essenceOf(item.mime),
    total: item.totalBytes > 0 ? item.totalBytes : null,
    path: item.filename,
    state: item.state,
    error: item.error ?? null,
    isPaused: item.paused,
    canResume: item.canResume,
    isIncognito: item.incognito,
    isOfExtension: item.byExtensionId !== undefined,
    startedAt: Date.parse(item.startTime),
  };
}

/** One that has ended, or that the user removed, can neither be held nor ended. */
function ignoreEnded(): void {}
