import { browser } from './browser.ts';

const OPENING = { permissions: ['downloads.open' as const] };

/** Whether the user has let us open files. */
export function mayOpen(): Promise<boolean> {
  return browser.permissions.contains(OPENING);
}

/** Shows the browser's prompt. Must be called within a click. */
export function requestOpening(): Promise<boolean> {
  return browser.permissions.request(OPENING);
}

/**
 * Opens the file of a download with the program of the system. Must be called from a page, within a click: the browser
 * refuses it anywhere else. Answers false where the browser's list does not have this file, complete and there, under this
 * number: so neither a stranger's file is opened, nor one that the browser still keeps back. Rejects where the browser
 * does not open it.
 */
export async function openFile(downloadId: number, path: string): Promise<boolean> {
  const [item] = await browser.downloads.search({ id: downloadId });
  if (item?.state !== 'complete' || !item.exists || item.filename !== path) return false;
  await browser.downloads.open(downloadId);
  return true;
}
