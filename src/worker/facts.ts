import { type QueueItem } from '../core/queue/item.ts';
import { downloadIdOf, fetchRegistration, isFetching, registrationId, urlAskedFor } from '../core/queue/item-jobs.ts';
import type { Facts } from '../core/queue/reconcile.ts';
import type { Ports } from './ports.ts';

/** Asks the browser about everything that the live items depend on, and about nothing else. */
export async function lookAtBrowser(
  ports: Ports,
  live: readonly QueueItem[],
  underWay: ReadonlySet<string>,
): Promise<Facts> {
  const ids = live.flatMap(item => downloadIdOf(item) ?? []);
  // What this life of the worker is at work at reports by itself.
  const others = live.filter(item => !underWay.has(registrationId(item)) && !underWay.has(fetchRegistration(item)));
  const urls = others.flatMap(item => urlAskedFor(item) ?? []);
  const hasFetch = others.some(isFetching);
  const hasParcel = others.some(item => item.status === 'saving' && item.step === 'asking');
  const [isNewSession, registrations, downloads, namesakes, objectUrls] = await Promise.all([
    ports.session.isNew(),
    hasFetch ? ports.registrationIds() : [],
    ports.downloads.find(ids, urls),
    urls.length === 0 ? [] : ports.items.withUrls(urls),
    hasParcel ? ports.parcels.heldUrls() : [],
  ]);
  return {
    now: ports.now(),
    isNewSession,
    underWay,
    registrations: new Set(registrations),
    downloads,
    owned: new Set(namesakes.flat().flatMap(item => downloadIdOf(item) ?? [])),
    objectUrls: new Set(objectUrls),
  };
}

/**
 * Items whose download stood still when the browser ended, and ended with it. One that was whole before that was noticed
 * is whole still.
 */
export async function heldNoMore(ports: Ports): Promise<readonly QueueItem[]> {
  const held = await ports.items.held();
  const ids = held.flatMap(item => downloadIdOf(item) ?? []);
  const facts = ids.length === 0 ? [] : await ports.downloads.find(ids, []);
  const whole = new Map(facts.filter(({ state }) => state === 'complete').map(({ id, url }) => [id, url]));
  return held.filter(item => whole.get(downloadIdOf(item) ?? Number.NaN) !== item.url);
}
