import { isRefused, parseLink } from '../core/links/parse-link.ts';
import { wallClock } from '../core/naming/wall-clock.ts';
import { command } from '../core/queue/command.ts';
import { newItem } from '../core/queue/new-item.ts';
import { keysAfter } from '../core/queue/order.ts';
import type { TakeOver } from '../core/take-over/take-over.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';

/** Puts the file into the queue, where it stands still until the browser's download is ended. Once, however often. */
export async function addTaken(ports: Ports, keeper: QueueKeeper, { itemId, download }: TakeOver): Promise<void> {
  const { url, referrer } = download;
  // What was sent once is what is to be sent again: the page's policy has been at work on it.
  const link = parseLink({ url, referrerPolicy: 'unsafe-url', ...(referrer === null ? {} : { referrer }) });
  if (isRefused(link)) throw new TypeError(`${url}: ${link.problem}`);
  await keeper.add(async () => {
    const [there] = await ports.items.get([itemId]);
    const [order = ''] = keysAfter((await ports.items.ends()).last, 1);
    const now = ports.now();
    const batch = { number: await ports.items.nextBatch(), index: 1, on: wallClock(now, ports.zone()) };
    const entry = { id: itemId, order, batch, group: null, again: true, isPaused: true, rule: null };
    const item = newItem(link, entry, now);
    return { answer: null, items: there === undefined ? [item] : [] };
  });
}

/** Lets the item begin, where nobody has had a hand in it since. In a queue that is held all stands still. */
export async function letGo(ports: Ports, keeper: QueueKeeper, itemId: string): Promise<void> {
  await keeper.write(async () => {
    const [[item], { hold }] = await Promise.all([ports.items.get([itemId]), ports.settings.read()]);
    const isNew = item?.log.at(-1)?.what === 'added';
    const change = item === undefined || !isNew || hold ? 'not-paused' : command(item, 'resume', ports.now());
    return { answer: null, changes: typeof change === 'string' ? [] : [change] };
  });
}
