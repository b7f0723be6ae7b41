import { extensionOf } from '../core/naming/extension.ts';
import type { FileThere } from '../worker/downloads-port.ts';
import { browser } from './browser.ts';

/** Files of the browser's list at this relative path, or at the same with a number. A search tells 1 000 at most. */
export async function namesakes(filename: string, own: number | null): Promise<readonly FileThere[]> {
  const found = await browser.downloads.search({ filenameRegex: patternOf(filename), orderBy: ['-startTime'] });
  return found
    .filter(({ id, state, exists }) => id !== own && (state === 'in_progress' || (state === 'complete' && exists)))
    .map(({ filename: path, state, fileSize, endTime }) => ({
      path,
      bytes: state === 'complete' ? fileSize : null,
      at: state === 'complete' && endTime !== undefined ? Date.parse(endTime) : null,
    }));
}

/** RE2, as Chromium has it; names that differ in case only are the same file on Windows and macOS. */
function patternOf(filename: string): string {
  const extension = extensionOf(filename);
  const stem = filename.slice(0, filename.length - extension.length);
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const folders = escaped(stem).replaceAll('/', '[\\\\/]');
  return `(?i)[\\\\/]${folders}( \\(\\d{1,4}\\))?${escaped(extension)}$`;
}
