import { MENU_ENTRIES, type MenuEntry } from '../core/menu-entry.ts';
import { browser } from './browser.ts';
import { type WordKey, words } from './words.ts';

type Context = `${chrome.contextMenus.ContextType}`;

/** Chromium groups several that fit one click under the extension's name, and shows six of the toolbar button's. */
const ENTRIES = {
  link: { title: 'menuSendLink', contexts: ['link'] },
  'link-options': { title: 'menuSendLinkOptions', contexts: ['link'] },
  image: { title: 'menuSendImage', contexts: ['image'] },
  'image-options': { title: 'menuSendImageOptions', contexts: ['image'] },
  audio: { title: 'menuSendAudio', contexts: ['audio'] },
  'audio-options': { title: 'menuSendAudioOptions', contexts: ['audio'] },
  video: { title: 'menuSendVideo', contexts: ['video'] },
  'video-options': { title: 'menuSendVideoOptions', contexts: ['video'] },
  selection: { title: 'menuSendSelection', contexts: ['selection'] },
  'selection-options': { title: 'menuSendSelectionOptions', contexts: ['selection'] },
  page: { title: 'menuChooseLinks', contexts: ['page'] },
  frame: { title: 'menuChooseFrame', contexts: ['frame'] },
  'choose-links': { title: 'menuChooseLinks', contexts: ['action'] },
  'choose-tabs': { title: 'menuChooseTabs', contexts: ['action'] },
  'open-queue': { title: 'menuOpenQueue', contexts: ['action'] },
  'open-panel': { title: 'menuOpenPanel', contexts: ['action'] },
  'pause-all': { title: 'menuPauseAll', contexts: ['action'] },
  'resume-all': { title: 'menuResumeAll', contexts: ['action'] },
} as const satisfies Record<MenuEntry, { title: WordKey; contexts: readonly Context[] }>;

/** What was written last, whole. It ends with the session, so that each session writes them at least once. */
const WRITTEN = 'menusWritten';

/**
 * Makes the browser's menus all the entries but those that are `off`. Costs one look where they are so already; what
 * an earlier life has left half done is done anew.
 */
export function writeMenus(off: readonly MenuEntry[]): Promise<void> {
  line = line.catch(() => undefined).then(() => write(off));
  return line;
}

/** One writing after the other: two at once would give an entry twice, which the browser refuses. */
let line: Promise<void> = Promise.resolve();

async function write(off: readonly MenuEntry[]): Promise<void> {
  const wanted = MENU_ENTRIES.filter(entry => !off.includes(entry));
  const mark = JSON.stringify(wanted.map(entry => [entry, words(ENTRIES[entry].title)]));
  const stored = await browser.storage.session.get(WRITTEN);
  if (stored[WRITTEN] === mark) return;
  await browser.storage.session.remove(WRITTEN);
  await browser.contextMenus.removeAll();
  await Promise.all(wanted.map(create));
  await browser.storage.session.set({ [WRITTEN]: mark });
}

function create(id: MenuEntry): Promise<void> {
  const { title, contexts } = ENTRIES[id];
  return new Promise((resolve, reject) => {
    browser.contextMenus.create({ id, title: words(title), contexts: [...contexts] }, () => {
      const fault = browser.runtime.lastError;
      if (fault === undefined) resolve();
      else reject(new Error(`The menu entry ${id}: ${fault.message}`));
    });
  });
}

export interface MenuClick {
  readonly entry: MenuEntry;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** Of the page or the frame that was clicked in. */
  readonly pageUrl: string | null;
  /** Of the tab. */
  readonly title: string;
  /** The link's address, or the source of the image, audio or video; null elsewhere. */
  readonly target: string | null;
}

export function onMenuClick(act: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const entry = MENU_ENTRIES.find(id => id === info.menuItemId);
    if (entry === undefined) return;
    const isLink = entry === 'link' || entry === 'link-options';
    act({
      entry,
      tabId: tab?.id ?? null,
      frameId: info.frameId ?? null,
      pageUrl: info.frameUrl ?? info.pageUrl ?? null,
      title: tab?.title ?? '',
      target: (isLink ? info.linkUrl : info.srcUrl) ?? null,
    });
  });
}
