import type { Collected } from '../content/collect-links.ts';
import type { PageLinks } from '../messages/protocol.ts';
import { browser } from './browser.ts';

/**
 * Reads the links of a tab, or of the selection in it, by a content script that is injected for this one question.
 * Works where the user's gesture gave `activeTab`, or on a granted site; null where the browser does not let us.
 */
export async function readPage(tabId: number): Promise<PageLinks | null> {
  return read(tabId, () => globalThis.longhaul?.page());
}

export async function readSelection(tabId: number): Promise<PageLinks | null> {
  return read(tabId, () => globalThis.longhaul?.selection());
}

/** Of one frame alone. `activeTab` does not reach into frames of other sites than the page's. */
export async function readFrame(tabId: number, frameId: number): Promise<PageLinks | null> {
  return read(tabId, () => globalThis.longhaul?.page(), [frameId]);
}

async function read(
  tabId: number,
  question: () => Collected | undefined,
  frameIds?: number[],
): Promise<PageLinks | null> {
  try {
    const target = frameIds === undefined ? { tabId, allFrames: true } : { tabId, frameIds };
    await browser.scripting.executeScript({ target, files: ['content.js'] });
    const answers = await browser.scripting.executeScript({ target, func: question });
    const tab = await browser.tabs.get(tabId);
    const perFrame = answers.flatMap(({ result }) => result ?? []);
    const links = new Map(perFrame.flatMap(({ links: found }) => found).map(link => [link.url, link]));
    return {
      title: tab.title ?? '',
      url: tab.url ?? '',
      links: [...links.values()],
      leftOut: perFrame.reduce((sum, { leftOut }) => sum + leftOut, 0),
      unusable: 0,
      unreadFrames: 0,
    };
  } catch (error) {
    console.info('Longhaul: the page cannot be read:', error);
    return null;
  }
}
