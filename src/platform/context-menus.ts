import { browser } from './browser.ts';
import { type WordKey, words } from './words.ts';

/** Every entry of the right-click menus. Chromium groups several that fit one click under the extension's name. */
const ENTRIES = {
  link: { title: 'menuSendLink', contexts: ['link'] },
  image: { title: 'menuSendImage', contexts: ['image'] },
  audio: { title: 'menuSendAudio', contexts: ['audio'] },
  video: { title: 'menuSendVideo', contexts: ['video'] },
  selection: { title: 'menuSendSelection', contexts: ['selection'] },
  choose: { title: 'menuChooseLinks', contexts: ['page', 'action'] },
  pauseAll: { title: 'menuPauseAll', contexts: ['action'] },
  resumeAll: { title: 'menuResumeAll', contexts: ['action'] },
} as const satisfies Record<string, { title: WordKey; contexts: readonly `${chrome.contextMenus.ContextType}`[] }>;

type MenuEntry = keyof typeof ENTRIES;

/** Writes the menus; the browser keeps them until the next install or update. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(ENTRIES)) {
    browser.contextMenus.create({ id, title: words(title), contexts: [...contexts] });
  }
}

export function onMenuClick(
  act: (click: { entry: MenuEntry; tabId: number | null; pageUrl: string | null; target: string | null }) => void,
): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const entry = Object.keys(ENTRIES).find((id): id is MenuEntry => id === info.menuItemId);
    if (entry === undefined) return;
    act({
      entry,
      tabId: tab?.id ?? null,
      pageUrl: info.frameUrl ?? info.pageUrl ?? null,
      target: (entry === 'link' ? info.linkUrl : info.srcUrl) ?? null,
    });
  });
}
