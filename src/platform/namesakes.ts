import { extensionOf } from '../core/naming/extension.ts';
import type { FileThere } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';

/** ms that the browser takes to look for a file. */
const LOOKING_TIME = 100;

/** Files of the browser's list at this relative path, or at the same with a number. A search tells 1 000 at most. */
export async function namesakes(filename: string, own: number | null): Promise<readonly FileThere[]> {
  const found = (await alike(filename)).filter(({ id }) => id !== own);
  // A search makes the browser look for the files too, every 10 s at most, and what it finds it tells the next search
  // (Chromium 156).
  const isInDoubt = found.some(isComplete);
  if (isInDoubt) await aMoment();
  const there = isInDoubt ? (await alike(filename)).filter(({ id }) => id !== own) : found;
  return there
    .filter(item => item.state === 'in_progress' || isComplete(item))
    .map(({ filename: path, state, fileSize, endTime }) => ({
      path,
      bytes: state === 'complete' ? fileSize : null,
      at: state === 'complete' && endTime !== undefined ? Date.parse(endTime) : null,
    }));
}

function alike(filename: string): Promise<chrome.downloads.DownloadItem[]> {
  return browser.downloads.search({ filenameRegex: patternOf(filename), orderBy: ['-startTime'] });
}

function isComplete({ state, exists }: chrome.downloads.DownloadItem): boolean {
  return state === 'complete' && exists;
}

function aMoment(): Promise<void> {
  return new Promise(resolve => (AbortSignal.timeout(LOOKING_TIME).onabort = () => resolve()));
}

/** RE2, as Chromium has it; names that differ in case only are the same file on Windows and macOS. */
function patternOf(filename: string): string {
  const extension = extensionOf(filename);
  const stem = filename.slice(0, filename.length - extension.length);
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const folders = escaped(stem).replaceAll('/', '[\\\\/]');
  return `(?i)[\\\\/]${folders}( \\(\\d{1,4}\\))?${escaped(extension)}$`;
}
