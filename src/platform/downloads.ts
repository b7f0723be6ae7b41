import type { DownloadJob, DownloadPort } from '../carriers/browser-download/carrier.ts';
import { failure, FailedAttempt } from '../core/carriers/failure.ts';
import type { DownloadFact } from '../core/queue/reconcile.ts';
import type { DownloadsPort } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';
import { listenForNames } from './file-naming.ts';
import { namesakes } from './namesakes.ts';
import { lastSavedTo, removeFile, saved, show } from './saved-files.ts';

export const downloads: DownloadPort & DownloadsPort = {
  namesakes,
  saved,
  lastSavedTo,
  show,
  removeFile,

  async start(job) {
    if (job.isNamed) listenForNames(true);
    try {
      return await begin(job);
    } catch (error) {
      throw new FailedAttempt(refusal(error));
    }
  },

  async discard(downloadId, withFile) {
    await browser.downloads.cancel(downloadId).catch(ignoreUnknown);
    const isWhole = withFile && (await saved(downloadId)) !== null;
    if (isWhole) await removeFile(downloadId);
    await browser.downloads.erase({ id: downloadId });
  },

  async progress(downloadId) {
    const [item] = await browser.downloads.search({ id: downloadId });
    if (item === undefined) return null;
    return { bytes: item.bytesReceived, total: item.totalBytes > 0 ? item.totalBytes : null };
  },

  async hold(downloadId) {
    await browser.downloads.pause(downloadId).catch(ignoreUnknown);
  },

  async goOn(downloadId) {
    await browser.downloads.resume(downloadId);
  },

  async find(ids, urls) {
    const found = await Promise.all([
      ...ids.map(id => browser.downloads.search({ id })),
      ...urls.map(url => browser.downloads.search({ url, orderBy: ['-startTime'], limit: 20 })),
    ]);
    const known = new Set(ids);
    return found.flat().flatMap(item => (known.has(item.id) || isOurs(item) ? asFact(item) : []));
  },

  async isAnyRunning() {
    const [first] = await browser.downloads.search({ state: 'in_progress', paused: false, limit: 1 });
    return first !== undefined;
  },

  async danger(downloadId) {
    const [item] = await browser.downloads.search({ id: downloadId });
    const isHarmless = item === undefined || HARMLESS.includes(item.danger);
    return isHarmless || item.state !== 'in_progress' ? null : item.danger;
  },

  async finalUrl(downloadId) {
    const [item] = await browser.downloads.search({ id: downloadId });
    return item?.finalUrl || null;
  },

  async unfinished() {
    const found = await browser.downloads.search({ state: 'in_progress' });
    return found.filter(isOurs).map(asFact);
  },
};

/** Nothing to decide, or decided; the browser checks some for a while by itself. */
const HARMLESS: readonly string[] = [
  'safe',
  'accepted',
  'allowlistedByPolicy',
  'asyncScanning',
  'asyncLocalPasswordScanning',
  'deepScannedSafe',
];

/** Tells when any download of the browser ends, is held or is let go. */
export function onDownloadChange(act: (downloadId: number) => void): void {
  browser.downloads.onChanged.addListener(({ id, state, paused }) => {
    if (state !== undefined || paused !== undefined) act(id);
  });
}

function begin({ url, filename, overwrites }: DownloadJob): Promise<number> {
  return browser.downloads.download({
    url,
    conflictAction: overwrites ? 'overwrite' : 'uniquify',
    saveAs: false,
    ...(filename === null ? {} : { filename }),
  });
}

function isOurs(item: chrome.downloads.DownloadItem): boolean {
  return item.byExtensionId === browser.runtime.id;
}

function asFact(item: chrome.downloads.DownloadItem): DownloadFact {
  return {
    id: item.id,
    url: item.url,
    state: item.state,
    error: item.error ?? null,
    path: item.filename,
    bytes: item.fileSize > 0 ? item.fileSize : item.bytesReceived,
    startedAt: Date.parse(item.startTime),
  };
}

function refusal(error: unknown): ReturnType<typeof failure> {
  const message = error instanceof Error ? error.message : String(error);
  return /filename/i.test(message) ? failure('bad-name', message) : failure('refused', message);
}

/** A download that has ended, or that the user removed, needs no more ending. */
function ignoreUnknown(): void {}
