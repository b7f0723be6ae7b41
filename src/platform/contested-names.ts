import { isPathOf } from '../core/naming/numbered-name.ts';
import { browser } from './browser.ts';

/** ms. The browser names a file within a few of them, unless an extension thinks about it. */
const PATIENCE = 3_000;
const KEY = 'namesAreContested';

/** Whether an extension that listens for names has been met in this session: those that we ask for are lost on it then. */
export async function areNamesContested(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true;
}

export async function noteContest(): Promise<void> {
  await browser.storage.session.set({ [KEY]: true });
}

/** Whether a download has got the name that it was asked for with, as far as can be told within `PATIENCE`. */
export async function hasGotName(downloadId: number, filename: string): Promise<boolean> {
  const path = await pathOf(downloadId);
  return path === '' || isPathOf(withoutExtension(path), withoutExtension(filename));
}

/** The path that the browser has given it; '' where it gives none in time. */
function pathOf(downloadId: number): Promise<string> {
  return new Promise(resolve => {
    const end = (path: string): void => {
      browser.downloads.onChanged.removeListener(hear);
      resolve(path);
    };
    const hear = ({ id, filename }: chrome.downloads.DownloadDelta): void => {
      if (id === downloadId && filename?.current) end(filename.current);
    };
    browser.downloads.onChanged.addListener(hear);
    void browser.downloads.search({ id: downloadId }).then(([item]) => {
      if (item?.state !== 'in_progress' || item.filename !== '') end(item?.filename ?? '');
    });
    AbortSignal.timeout(PATIENCE).onabort = () => end('');
  });
}

/** The browser lets the extension follow the type. */
function withoutExtension(path: string): string {
  return path.replace(/\.[^./\\]+$/, '');
}
