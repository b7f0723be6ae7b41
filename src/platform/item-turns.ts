import type { IDBPIndex } from 'idb';
import { siteOf } from '../core/links/site.ts';
import type { QueueItem } from '../core/queue/item.ts';
import type { Chooser } from '../core/queue/schedule.ts';
import { allOf, type QueueSchema, type Reading, type StoredItem } from './item-schema.ts';

/** Items that are looked at in turn, before the queue is gone through site by site. */
const HEAD = 64;
/** Items of each site that are looked at then, and sites at most. */
const OF_EACH_SITE = 16;
const MOST_SITES = 2_000;

/**
 * Offers queued items to the chooser by priority and order. Where the head of the queue is of sites that have no room,
 * the heads of all sites follow, so that ten thousand items of a slow site cost those of another a look and no wait.
 */
export async function chooseInTurn(store: Reading<['items']>, chooser: Chooser): Promise<readonly QueueItem[]> {
  const fullSites = new Set<string>();
  const head = await store.index('status').getAll(allOf('queued'), HEAD);
  const taken = offerAll(head, chooser, fullSites);
  if (head.length < HEAD || chooser.isFull()) return taken;
  const seen = new Set(head.map(({ id }) => id));
  const others = await headsOfSites(store.index('site'), fullSites);
  const fresh = others.filter(({ id }) => !seen.has(id)).sort(byTurn);
  return [...taken, ...offerAll(fresh, chooser, fullSites)];
}

/** Offers items until all places are taken; `fullSites` gets the sites that have no room. */
export function offerAll<I extends QueueItem>(
  items: readonly I[],
  chooser: Chooser,
  fullSites: Set<string>,
): readonly I[] {
  const taken: I[] = [];
  for (const item of items) {
    if (chooser.isFull()) break;
    const answer = chooser.offer(item);
    if (answer === 'taken') taken.push(item);
    if (answer === 'site-full') fullSites.add(siteOf(item.url));
  }
  return taken;
}

async function headsOfSites(
  index: IDBPIndex<QueueSchema, ['items'], 'items', 'site', 'readonly'>,
  except: ReadonlySet<string>,
): Promise<readonly StoredItem[]> {
  const heads: StoredItem[] = [];
  const queued = IDBKeyRange.bound(['queued'], ['queued', []]);
  let cursor = await index.openKeyCursor(queued);
  for (let count = 0; cursor !== null && count < MOST_SITES; count += 1) {
    const [, site] = cursor.key;
    const behind: [string, string, IDBValidKey[]] = ['queued', site, []];
    if (!except.has(site))
      heads.push(...(await index.getAll(IDBKeyRange.bound(['queued', site], behind), OF_EACH_SITE)));
    cursor = await cursor.continue(behind as never);
  }
  return heads;
}

function byTurn(a: StoredItem, b: StoredItem): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.order < b.order ? -1 : 1;
}
