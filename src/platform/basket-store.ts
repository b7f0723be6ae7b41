import { type Basket, basketsToDrop, bytesOf, fitting } from '../core/links/basket.ts';
import type { PageLinks } from '../messages/protocol.ts';
import { browser } from './browser.ts';

/** `storage.session` holds 10 MB of all that the extension keeps there. */
const MOST = { count: 20, bytes: 6_000_000 };
const MOST_OF_ONE = 4_000_000;
const LIST = 'baskets';

/**
 * Links that a gesture has put aside for the chooser to ask about. A basket stays after it was read, for the page may
 * be loaded again; it goes with the browser's session, or when younger ones need its room.
 */
export const basketStore = {
  /** Links that do not fit are counted as left out. */
  put(id: string, page: PageLinks): Promise<void> {
    line = line.catch(() => undefined).then(() => put(id, page));
    return line;
  },
  /** Null where there is no such basket, or no more. */
  async read(id: string): Promise<PageLinks[] | null> {
    const stored = await browser.storage.session.get<Record<string, PageLinks[]>>(keyOf(id));
    return stored[keyOf(id)] ?? null;
  },
};

/** One is put after the other: each reads the list of all and writes it. */
let line: Promise<void> = Promise.resolve();

async function put(id: string, page: PageLinks): Promise<void> {
  const pages = [fitting(page, MOST_OF_ONE)];
  const bytes = bytesOf(pages);
  const { baskets = [] } = await browser.storage.session.get<{ baskets?: Basket[] }>(LIST);
  const gone = basketsToDrop(baskets, bytes, MOST);
  await browser.storage.session.remove(gone.map(basket => keyOf(basket.id)));
  const left = baskets.filter(basket => !gone.includes(basket));
  await browser.storage.session.set({ [keyOf(id)]: pages, [LIST]: [...left, { id, bytes }] });
}

function keyOf(id: string): string {
  return `basket:${id}`;
}
