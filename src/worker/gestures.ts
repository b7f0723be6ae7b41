import { askFor } from '../core/links/ask-for.ts';
import type { FoundLink, LinkKind } from '../core/links/found-link.ts';
import { USUAL_POLICY } from '../core/links/referrer-policy.ts';
import type { MenuEntry } from '../core/menu-entry.ts';
import { Refusal } from '../messages/refusal.ts';
import type { EnqueueAsk, LinkAsk, Notice, PageLinks } from '../messages/protocol.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { sentWords } from './sent-words.ts';
import { sameAsLast, type SameAsLastPorts } from './same-as-last.ts';
import { control } from './wire/control.ts';
import { enqueue } from './wire/enqueue.ts';

export type KeyCommand = 'choose-links' | 'send-selection' | 'pause-resume-all' | 'same-as-last' | 'open-queue';

export interface MenuClick {
  readonly entry: MenuEntry;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** The page or the frame that was clicked in. */
  readonly pageUrl: string | null;
  /** Of the tab. */
  readonly title: string;
  /** The link's address, or the source of the image, audio or video; null elsewhere. */
  readonly target: string | null;
}

/** What a menu click or a shortcut needs beyond the queue. */
export interface GesturePorts extends SameAsLastPorts {
  /** Null where the browser does not let us; so is `readFrame`. */
  readonly readSelection: (tabId: number) => Promise<PageLinks | null>;
  readonly readFrame: (tabId: number, frameId: number) => Promise<PageLinks | null>;
  readonly openChooser: (tabId: number) => Promise<void>;
  /** Keeps links for the chooser that `openBasket` opens. */
  readonly putAside: (id: string, page: PageLinks) => Promise<void>;
  readonly openBasket: (id: string, tabId: number | null) => Promise<void>;
  readonly openTabs: (tabId: number | null) => Promise<void>;
  readonly openQueue: () => Promise<void>;
  /** Must be called within the click, before anything is waited for. */
  readonly openPanel: (tabId: number) => Promise<void>;
  readonly tell: (notice: Notice) => Promise<void>;
}

export interface Gestures {
  menu(click: MenuClick): Promise<void>;
  key(command: KeyCommand, tabId: number | null): Promise<void>;
  /** A link that was clicked in a page. */
  send(link: LinkAsk): Promise<void>;
}

/** The right-click menus and the keyboard. No window of ours is open then, so what comes of it is told as a notice. */
export function createGestures(ports: Ports, outside: GesturePorts, keeper: QueueKeeper): Gestures {
  const { words } = ports;

  async function sendLinks(links: LinkAsk[]): Promise<void> {
    return links.length === 0 ? tell('nothing-found', words('notice_noLinks')) : enqueueAll({ links });
  }

  async function enqueueAll(ask: EnqueueAsk): Promise<void> {
    try {
      await tell('sent', sentWords(await enqueue(ports, keeper, ask), words));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tell('nothing-found', error.message);
    }
  }

  async function selection(tabId: number | null): Promise<PageLinks | null> {
    const page = tabId === null ? null : await outside.readSelection(tabId);
    if (page === null) await tell('page-refused', words('page_refused'));
    return page;
  }

  async function sendSelection(tabId: number | null): Promise<void> {
    const page = await selection(tabId);
    if (page !== null) await sendLinks(page.links.map(link => askFor(link, page)));
  }

  /** Lets the user choose among these links, in the chooser. */
  async function chooseAmong(page: PageLinks, tabId: number | null): Promise<void> {
    if (page.links.length === 0) return tell('nothing-found', words('notice_noLinks'));
    const id = ports.newId();
    await outside.putAside(id, page);
    await outside.openBasket(id, tabId);
  }

  async function chooseSelected(tabId: number | null): Promise<void> {
    const page = await selection(tabId);
    if (page !== null) await chooseAmong(page, tabId);
  }

  async function chooseInFrame({ tabId, frameId, pageUrl }: MenuClick): Promise<void> {
    const page = tabId === null || frameId === null ? null : await outside.readFrame(tabId, frameId);
    if (page !== null) return chooseAmong({ ...page, url: pageUrl ?? page.url }, tabId);
    const host = pageUrl !== null && URL.canParse(pageUrl) ? new URL(pageUrl).host : '';
    return tell('page-refused', host === '' ? words('page_refused') : words('notice_frameRefused', host));
  }

  /** What is not of the web the queue refuses at once, with the reason; there is nothing to choose about it. */
  async function withOptions(click: MenuClick, kind: LinkKind): Promise<void> {
    const { target, pageUrl, tabId } = click;
    if (target === null || !/^https?:/.test(target)) return sendTarget(click);
    return chooseAmong(pageOf(click, foundLink(target, kind, pageUrl ?? '')), tabId);
  }

  async function sendTarget({ target, pageUrl }: MenuClick): Promise<void> {
    return sendLinks(target === null ? [] : [asLink(target, pageUrl)]);
  }

  async function choose(tabId: number | null): Promise<void> {
    if (tabId !== null) await outside.openChooser(tabId);
  }

  async function sendSameAsLast(tabId: number | null): Promise<void> {
    const ask = tabId === null ? 'refused' : await sameAsLast(outside, tabId);
    if (ask === null) return choose(tabId);
    if (ask === 'refused') return tell('page-refused', words('page_refused'));
    return ask.links.length === 0 ? tell('nothing-found', words('notice_noneAsLast')) : enqueueAll(ask);
  }

  async function pauseOrResumeAll(): Promise<void> {
    const [counts, { hold }] = await Promise.all([ports.items.counts(), ports.settings.read()]);
    const isBusy = !hold && counts.queued + counts.waiting + counts.starting + counts.running > 0;
    await control(ports, keeper, { ids: 'all', action: isBusy ? 'pause' : 'resume' });
  }

  async function tell(kind: Notice['kind'], text: string): Promise<void> {
    await outside.tell({ kind, text, at: ports.now() });
  }

  return {
    async menu(click) {
      const { entry, tabId } = click;
      switch (entry) {
        case 'link':
        case 'image':
        case 'audio':
        case 'video':
          return sendTarget(click);
        case 'link-options':
          return withOptions(click, 'link');
        case 'image-options':
          return withOptions(click, 'image');
        case 'audio-options':
          return withOptions(click, 'audio');
        case 'video-options':
          return withOptions(click, 'video');
        case 'selection':
          return sendSelection(tabId);
        case 'selection-options':
          return chooseSelected(tabId);
        case 'frame':
          return chooseInFrame(click);
        case 'page':
        case 'choose-links':
          return choose(tabId);
        case 'choose-tabs':
          return outside.openTabs(tabId);
        case 'open-queue':
          return outside.openQueue();
        case 'open-panel':
          return tabId === null ? undefined : outside.openPanel(tabId);
        case 'pause-all':
        case 'resume-all':
          await control(ports, keeper, { ids: 'all', action: entry === 'pause-all' ? 'pause' : 'resume' });
      }
    },
    async key(command, tabId) {
      if (command === 'choose-links') return choose(tabId);
      if (command === 'send-selection') return sendSelection(tabId);
      if (command === 'same-as-last') return sendSameAsLast(tabId);
      if (command === 'open-queue') return outside.openQueue();
      return pauseOrResumeAll();
    },
    send: link => sendLinks([link]),
  };
}

function asLink(url: string, page: string | null): LinkAsk {
  return page !== null && URL.canParse(page) ? { url, referrer: page } : { url };
}

function pageOf({ title, pageUrl }: MenuClick, link: FoundLink): PageLinks {
  return { title, url: pageUrl ?? '', links: [link], leftOut: 0, unusable: 0, unreadFrames: 0 };
}

/** Of a link that was clicked, the browser tells the address and no more. */
function foundLink(url: string, kind: LinkKind, page: string): FoundLink {
  return { url, kind, page, text: '', download: null, type: null, size: null, referrerPolicy: USUAL_POLICY };
}
