import type { NamedFile, UnnamedFile } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';

/** Answers null to leave the name to the browser. */
export type NameFile = (file: UnnamedFile) => Promise<NamedFile | null>;

/** ms. So long Chromium 156 waits for a name; then it takes the one that was asked for with the download. */
const PATIENCE = 15_000;

let nameFile: NameFile = async () => null;
/** Downloads that wait for their names, and what ends the waiting of those whose numbers are known. */
let waiting = 0;
const answered = new Map<number, () => void>();

/**
 * Who names the files of our downloads. To be told synchronously at start.
 *
 * A worker that died while it listened is still awaited by the browser: every download of anybody would be held up for
 * `PATIENCE`, once in each life of ours. To listen and leave at once takes that back (Chromium 156).
 */
export function onNaming(act: NameFile): void {
  nameFile = act;
  browser.downloads.onDeterminingFilename.addListener(determine);
  browser.downloads.onDeterminingFilename.removeListener(determine);
}

/**
 * Listens for names while `ask` begins a download, until that has its name; resolves as soon as it has begun.
 *
 * A listener, even one that has nothing to say, takes from the downloads of all other extensions the names that those
 * asked for, and from naming extensions that were installed earlier their say (Chromium 156): so there is none but while
 * a download of ours cannot do without.
 */
export async function whileNaming(ask: () => Promise<number>): Promise<number> {
  if (waiting === 0) browser.downloads.onDeterminingFilename.addListener(determine);
  waiting += 1;
  try {
    const id = await ask();
    // The browser asks for the name a moment before it tells the number, or a moment after.
    const early = answered.get(id);
    if (early === NOTHING) leave(id);
    else untilAnswered(id);
    return id;
  } catch (error) {
    leave(null);
    throw error;
  }
}

function untilAnswered(id: number): void {
  const end = (): void => {
    if (answered.get(id) === end) leave(id);
  };
  answered.set(id, end);
  AbortSignal.timeout(PATIENCE).onabort = end;
}

function leave(id: number | null): void {
  if (id !== null) answered.delete(id);
  waiting -= 1;
  if (waiting === 0) browser.downloads.onDeterminingFilename.removeListener(determine);
}

function NOTHING(): void {}

type Suggest = (suggestion?: chrome.downloads.FilenameSuggestion) => void;

function determine(item: chrome.downloads.DownloadItem, suggest: Suggest): true {
  if (item.byExtensionId === browser.runtime.id) void answer(item, suggest);
  else suggest();
  return true;
}

/** To answer nothing at all would hold the download up. */
async function answer(item: chrome.downloads.DownloadItem, suggest: Suggest): Promise<void> {
  const named = await nameFile(asUnnamed(item)).catch(fault => {
    console.error('Longhaul: the name of', item.url, fault);
    return null;
  });
  if (named === null) suggest();
  else suggest({ filename: named.filename, conflictAction: named.overwrites ? 'overwrite' : 'uniquify' });
  const end = answered.get(item.id);
  if (end === undefined) answered.set(item.id, NOTHING);
  else end();
}

function asUnnamed({ id, url, finalUrl, filename, mime, totalBytes }: chrome.downloads.DownloadItem): UnnamedFile {
  return {
    downloadId: id,
    url,
    finalUrl,
    suggested: filename,
    contentType: mime === '' ? null : mime,
    size: totalBytes > 0 ? totalBytes : null,
  };
}
