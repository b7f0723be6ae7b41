import type { NamedFile, UnnamedFile } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';

/** Answers null where nothing is to be said of the name. */
export type NameFile = (file: UnnamedFile) => Promise<NamedFile | null>;

let nameFile: NameFile = async () => null;
let isListening = false;
/** Our own downloads that wait for an answer. */
let owed = 0;
/** Downloads wait for us to step aside. */
let isAwaited = false;

/**
 * Who names the files of our downloads; to be told synchronously at start.
 *
 * The listener stands from the start of each life until it is known that nobody needs it: the browser would await one
 * that an earlier life has left, for 15 s, over every download of anybody (Chromium 156).
 */
export function onNaming(act: NameFile): void {
  nameFile = act;
  listenForNames(true);
}

/** Needed as long as a download of ours that we have named goes on: after a cut Chromium 156 names it anew. */
export function listenForNames(isNeeded: boolean): void {
  if (isNeeded === isListening) return;
  isListening = isNeeded;
  if (isNeeded) browser.downloads.onDeterminingFilename.addListener(determine);
  else browser.downloads.onDeterminingFilename.removeListener(determine);
}

type Suggest = (suggestion?: chrome.downloads.FilenameSuggestion) => void;

function determine(item: chrome.downloads.DownloadItem, suggest: Suggest): true {
  if (item.byExtensionId === browser.runtime.id) void answer(item, suggest);
  else stepAside();
  return true;
}

async function answer(item: chrome.downloads.DownloadItem, suggest: Suggest): Promise<void> {
  owed += 1;
  const named = await nameFile(asUnnamed(item)).catch(fault => {
    console.error('Longhaul: the name of', item.url, fault);
    return null;
  });
  owed -= 1;
  if (named === null) stepAside();
  else suggest({ filename: named.filename, conflictAction: named.overwrites ? 'overwrite' : 'uniquify' });
}

/**
 * Lets downloads go on as if there were no listener. An answer, even an empty one, would take from them the name that
 * they were asked for with, and from other extensions their say; a listener that leaves takes nothing (Chromium 156). It
 * drops all that is owed, so that this comes first, and one leave serves all that wait: a question that is asked between
 * the leaving and the coming back is lost.
 */
function stepAside(): void {
  if (isAwaited) return;
  isAwaited = true;
  void leaveWhenNothingIsOwed();
}

async function leaveWhenNothingIsOwed(): Promise<void> {
  await aMoment();
  if (owed > 0) return leaveWhenNothingIsOwed();
  isAwaited = false;
  if (!isListening) return;
  browser.downloads.onDeterminingFilename.removeListener(determine);
  browser.downloads.onDeterminingFilename.addListener(determine);
}

/** As long as a question to the browser takes: those that were asked together have arrived by then. */
async function aMoment(): Promise<void> {
  await browser.downloads.search({ id: -1 }).catch(() => []);
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
