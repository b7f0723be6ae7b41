import { planAdding, plannedLinks } from '../core/links/add-plan.ts';
import { parsePaste } from '../core/links/parse-paste.ts';
import type { ListedItem } from '../messages/listing.ts';
import type { Notice } from '../messages/protocol.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { sentWords } from './sent-words.ts';
import { enqueue } from './wire/enqueue.ts';
import { showFile } from './wire/file.ts';
import { list } from './wire/list.ts';

/** Links that the address bar sends at once. More are shown in the box first. */
const MOST_LINKS = 1000;
/** Lines that Chromium shows of a keyword, without the first. */
const MOST_LINES = 5;
/** Characters of a text that are read. */
const LONGEST = 32 * 1024;

export interface OmniboxPorts {
  /** Shows an item in the manager, or what a search finds; without either, all. */
  readonly openQueue: (shown?: { readonly item: string } | { readonly q: string }) => Promise<void>;
  /** Opens the box for links in a tab, with a text in it. */
  readonly openAddBox: (text: string) => Promise<void>;
  readonly tell: (notice: Notice) => Promise<void>;
}

export interface Omnibox {
  suggest(typed: string): Promise<{
    readonly first: string;
    readonly more: readonly { readonly content: string; readonly text: string }[];
  }>;
  enter(typed: string): Promise<void>;
}

/** The keyword of the address bar: links behind it are sent, words find downloads of the queue. */
export function createOmnibox(ports: Ports, outside: OmniboxPorts, keeper: QueueKeeper): Omnibox {
  const { words } = ports;

  async function find(search: string): Promise<readonly ListedItem[]> {
    if (search.trim() === '') return [];
    return (await list(ports, { search: search.slice(0, 200), limit: MOST_LINES, newestFirst: true })).items;
  }

  async function send(text: string): Promise<void> {
    const plan = planAdding(parsePaste(text), false);
    if (plan.count > MOST_LINKS) return outside.openAddBox(text);
    try {
      await tell('sent', sentWords(await enqueue(ports, keeper, { links: [...plannedLinks(plan)] }), words));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      await tell('nothing-found', fault.message);
      await outside.openAddBox(text);
    }
  }

  /** Shows the file of a download that is done, else the download in the manager. */
  async function show(url: string): Promise<void> {
    const item = (await find(url)).find(each => each.url === url);
    if (item === undefined) return outside.openQueue({ q: url });
    if (item.status !== 'done' || item.isMissing) return outside.openQueue({ item: item.id });
    await showFile(ports, { id: item.id });
  }

  async function tell(kind: Notice['kind'], text: string): Promise<void> {
    await outside.tell({ kind, text, at: ports.now() });
  }

  return {
    async suggest(typed) {
      const { count } = planAdding(parsePaste(typed.slice(0, LONGEST)), false);
      if (count === 1) return { first: words('omnibox_sendOne'), more: [] };
      if (count > 1) return { first: words('omnibox_sendMany', count), more: [] };
      const found = await find(typed);
      return {
        first: typed.trim() === '' ? words('omnibox_hint') : words('omnibox_search', typed.trim()),
        more: found.map(({ url, name, status }) => ({
          content: `${NAMED}${url}`,
          text: words(`omnibox_${status}`, name),
        })),
      };
    },
    async enter(typed) {
      const text = typed.slice(0, LONGEST).trim();
      if (text.startsWith(NAMED)) return show(text.slice(NAMED.length));
      if (planAdding(parsePaste(text), false).count > 0) return send(text);
      return outside.openQueue(text === '' ? undefined : { q: text });
    },
  };
}

/** Before the address of a download that is meant, and not to be fetched once more. */
const NAMED = '? ';
