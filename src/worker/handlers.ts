import { UNDO_TIME } from '../core/queue/removal.ts';
import type { Handlers } from '../messages/answer.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Notice, PageLinks, Summary } from '../messages/protocol.ts';
import type { Gestures } from './gestures.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import type { TakeOvers } from './take-over.ts';
import { booleanField, fieldsOf, textField, wholeField } from './wire/ask.ts';
import { control } from './wire/control.ts';
import { details } from './wire/details.ts';
import { enqueue } from './wire/enqueue.ts';
import { deleteFile, showFile } from './wire/file.ts';
import { knownLinks } from './wire/known-links.ts';
import { list } from './wire/list.ts';
import { groups } from './wire/groups.ts';
import { checkRule } from './wire/check-rule.ts';
import { clearFinished, clearHistory } from './wire/history.ts';
import { previewMask } from './wire/preview-mask.ts';
import { probeSizes } from './wire/probe-sizes.ts';
import { exportedRules, importedRules, rules } from './wire/rules.ts';
import { clickedLink } from './wire/send-link.ts';
import { settings } from './wire/settings.ts';
import { testRules } from './wire/test-rules.ts';
import { undo } from './wire/undo.ts';

/** What the messages need beyond the queue's own ports. */
export interface PagePorts {
  /** Reads the links of a tab; null when the browser does not let us. */
  readonly readPage: (tabId: number, wanted: { readonly backgrounds: boolean }) => Promise<PageLinks | null>;
  /** The links that were put aside under this name; null where there are none. */
  readonly readBasket: (id: string) => Promise<PageLinks[] | null>;
  /** Makes the right-click menus as the settings say. */
  readonly keepMenus: () => Promise<void>;
  readonly notice: { read(): Promise<Notice | null>; clear(): Promise<void> };
  readonly gestures: Pick<Gestures, 'send'>;
  readonly takeOvers: Pick<TakeOvers, 'bypass' | 'keepInStep'>;
}

/** Every message that the worker answers. Only pages of ours get this far, and our scripts with a few (`answer`). */
export function createHandlers(ports: Ports, pages: PagePorts, keeper: QueueKeeper): Handlers<'worker'> {
  const { words } = ports;
  return {
    enqueue: ask => enqueue(ports, keeper, ask),
    list: ask => list(ports, ask),
    details: ask => details(ports, ask),
    control: ask => control(ports, keeper, ask),
    settings: async ask => {
      const now = await settings(ports, keeper, ask);
      await Promise.all([pages.takeOvers.keepInStep(), pages.keepMenus()]);
      return now;
    },
    summary: () => summary(ports, pages),
    groups: () => groups(ports),
    undo: () => undo(ports, keeper),
    'clear-finished': () => clearFinished(ports, keeper),
    'clear-history': ask => clearHistory(ports, keeper, ask),
    'read-page': async ask => {
      const fields = fieldsOf(ask, ['tabId', 'backgrounds'], words);
      const tabId = wholeField(fields, 'tabId', -1, Number.MAX_SAFE_INTEGER, words);
      const links = await pages.readPage(tabId, { backgrounds: booleanField(fields, 'backgrounds', words) });
      if (links === null) throw new Refusal('page-refused', words('page_refused'));
      return links;
    },
    'read-basket': async ask => {
      const found = await pages.readBasket(textField(fieldsOf(ask, ['basket'], words), 'basket', words));
      if (found === null) throw new Refusal('unknown-basket', words('basket_unknown'));
      return { pages: found };
    },
    'fetch-moved': async ask => {
      await keeper.fetchMoved(textField(fieldsOf(ask, ['registration'], words), 'registration', words));
      return {};
    },
    'known-links': ask => knownLinks(ports, ask),
    'probe-sizes': ask => probeSizes(ports, ask),
    'preview-mask': ask => previewMask(ports, ask),
    bypass: async (ask, { origin }) => {
      fieldsOf(ask, [], words);
      if (origin !== undefined) await pages.takeOvers.bypass(origin);
      return {};
    },
    'send-link': async (ask, sender) => {
      await pages.gestures.send(await clickedLink(ports, ask, sender));
      return {};
    },
    'dismiss-notice': async () => {
      await pages.notice.clear();
      return {};
    },
    'show-file': ask => showFile(ports, ask),
    'delete-file': ask => deleteFile(ports, keeper, ask),
    rules: ask => rules(ports, keeper, ask),
    'check-rule': async ask => checkRule(ports, ask),
    'test-rules': ask => testRules(ports, ask),
    'export-rules': ask => exportedRules(ports, ask),
    'import-rules': ask => importedRules(ports, keeper, ask),
  };
}

async function summary(ports: Ports, pages: PagePorts): Promise<Summary> {
  const [{ counts, removal }, notice, { hold }] = await Promise.all([
    ports.items.glance(),
    pages.notice.read(),
    ports.settings.read(),
  ]);
  const isOver = removal === null || ports.now() - removal.at >= UNDO_TIME;
  return { counts, notice, hold, removed: isOver ? 0 : removal.count };
}
