import type { Wanted } from '../content/collect-links.ts';
import { type Collected, joinCollected } from '../core/links/collected.ts';
import type { PageLinks } from '../messages/protocol.ts';
import { browser } from './browser.ts';

/**
 * Reads the links of a tab, or of the selection in it, by a content script that is injected for this one question.
 * Works where the user's gesture gave `activeTab`, or on a granted site; null where the browser does not let us.
 */
export async function readPage(tabId: number, wanted: Wanted = { backgrounds: false }): Promise<PageLinks | null> {
  return read(tabId, { func: (asked: Wanted) => globalThis.longhaul?.page(asked), args: [wanted] });
}

export async function readSelection(tabId: number): Promise<PageLinks | null> {
  return read(tabId, { func: () => globalThis.longhaul?.selection() });
}

/** Of one frame alone. `activeTab` does not reach into frames of other sites than the page's. */
export async function readFrame(tabId: number, frameId: number): Promise<PageLinks | null> {
  return read(tabId, {
    func: (asked: Wanted) => globalThis.longhaul?.page(asked),
    args: [{ backgrounds: false }],
    frameIds: [frameId],
  });
}

/** A frame of a site that is not granted stays silent, and the page around it has counted it. */
async function read<A extends unknown[]>(
  tabId: number,
  { frameIds, ...question }: { func: (...args: A) => Collected | undefined; args?: A; frameIds?: number[] },
): Promise<PageLinks | null> {
  try {
    const target = frameIds === undefined ? { tabId, allFrames: true } : { tabId, frameIds };
    await browser.scripting.executeScript({ target, files: ['content.js'] });
    const answers = await browser.scripting.executeScript({ target, ...question });
    const tab = await browser.tabs.get(tabId);
    const perFrame = answers.flatMap(({ result }) => (isCollected(result) ? [result] : []));
    const { links, leftOut, unusable, frames } = joinCollected(perFrame);
    const unreadFrames = Math.max(0, frames + 1 - perFrame.length);
    return { title: tab.title ?? '', url: tab.url ?? '', links: [...links], leftOut, unusable, unreadFrames };
  } catch (error) {
    console.info('Longhaul: the page cannot be read:', error);
    return null;
  }
}

/** A frame that was loaded meanwhile has no script of ours, and answers nothing. */
function isCollected(result: unknown): result is Collected {
  return typeof result === 'object' && result !== null && 'links' in result;
}
