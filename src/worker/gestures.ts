import { askFor } from '../core/links/ask-for.ts';
import { Refusal } from '../messages/refusal.ts';
import type { EnqueueAnswer, EnqueueAsk, LinkAsk, Notice, PageLinks } from '../messages/protocol.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { sameAsLast, type SameAsLastPorts } from './same-as-last.ts';
import { control } from './wire/control.ts';
import { enqueue } from './wire/enqueue.ts';

export type KeyCommand = 'choose-links' | 'send-selection' | 'pause-resume-all' | 'same-as-last';

export interface MenuClick {
  readonly entry: 'link' | 'image' | 'audio' | 'video' | 'selection' | 'choose' | 'pauseAll' | 'resumeAll';
  readonly tabId: number | null;
  /** The page or the frame that was clicked in. */
  readonly pageUrl: string | null;
  /** The link's address, or the source of the image, audio or video; null elsewhere. */
  readonly target: string | null;
}

/** What a menu click or a shortcut needs beyond the queue. */
export interface GesturePorts extends SameAsLastPorts {
  readonly readSelection: (tabId: number) => Promise<PageLinks | null>;
  readonly openChooser: (tabId: number) => Promise<void>;
  readonly tell: (notice: Notice) => Promise<void>;
}

export interface Gestures {
  menu(click: MenuClick): Promise<void>;
  key(command: KeyCommand, tabId: number | null): Promise<void>;
}

/** The right-click menus and the keyboard. No window of ours is open then, so what comes of it is told as a notice. */
export function createGestures(ports: Ports, outside: GesturePorts, keeper: QueueKeeper): Gestures {
  const { words } = ports;

  async function sendLinks(links: LinkAsk[]): Promise<void> {
    return links.length === 0 ? tell('nothing-found', words('notice_noLinks')) : enqueueAll({ links });
  }

  async function enqueueAll(ask: EnqueueAsk): Promise<void> {
    try {
      await tell('sent', summary(await enqueue(ports, keeper, ask)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tell('nothing-found', error.message);
    }
  }

  async function sendSelection(tabId: number | null): Promise<void> {
    const page = tabId === null ? null : await outside.readSelection(tabId);
    if (page === null) return tell('page-refused', words('page_refused'));
    return sendLinks(page.links.map(link => askFor(link, page)));
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

  function summary({ ids, skipped }: EnqueueAnswer): string {
    const added = ids.length === 1 ? words('notice_sent_one') : words('notice_sent_other', ids.length);
    const [first] = skipped;
    return first === undefined ? added : `${added} ${words('notice_skipped', skipped.length, first.reason)}`;
  }

  async function tell(kind: Notice['kind'], text: string): Promise<void> {
    await outside.tell({ kind, text, at: ports.now() });
  }

  return {
    async menu({ entry, tabId, pageUrl, target }) {
      switch (entry) {
        case 'link':
        case 'image':
        case 'audio':
        case 'video':
          return sendLinks(target === null ? [] : [asLink(target, pageUrl)]);
        case 'selection':
          return sendSelection(tabId);
        case 'choose':
          return choose(tabId);
        case 'pauseAll':
        case 'resumeAll':
          await control(ports, keeper, { ids: 'all', action: entry === 'pauseAll' ? 'pause' : 'resume' });
      }
    },
    async key(command, tabId) {
      if (command === 'choose-links') return choose(tabId);
      if (command === 'send-selection') return sendSelection(tabId);
      if (command === 'same-as-last') return sendSameAsLast(tabId);
      return pauseOrResumeAll();
    },
  };
}

function asLink(url: string, page: string | null): LinkAsk {
  return page !== null && URL.canParse(page) ? { url, referrer: page } : { url };
}
