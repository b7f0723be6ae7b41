import type { SavedFile } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';

/** A search makes the browser look for the file too; what it finds it tells a later one (Chromium 156). */
export async function saved(downloadId: number): Promise<SavedFile | null> {
  const [item] = await browser.downloads.search({ id: downloadId });
  if (item?.state !== 'complete') return null;
  const { filename, fileSize, bytesReceived, exists } = item;
  return { path: filename, bytes: fileSize > 0 ? fileSize : bytesReceived, isGone: !exists };
}

export async function lastSavedTo(path: string): Promise<number | null> {
  const [last] = await browser.downloads.search({
    filename: path,
    state: 'complete',
    orderBy: ['-endTime'],
    limit: 1,
  });
  return last?.id ?? null;
}

export async function show(downloadId: number): Promise<void> {
  browser.downloads.show(downloadId);
}

/** A file that somebody else has deleted in this moment is as good as deleted by us (the words of Chromium 156). */
export async function removeFile(downloadId: number): Promise<void> {
  await browser.downloads.removeFile(downloadId).catch((error: unknown) => {
    if (!(error instanceof Error) || !/already deleted/i.test(error.message)) throw error;
  });
}
