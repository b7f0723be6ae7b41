import { downloadIdOf, type QueueItem } from '../core/queue/item.ts';
import type { Facts } from '../core/queue/reconcile.ts';
import type { Ports } from './ports.ts';

/** Asks the browser about everything that the live items depend on, and about nothing else. */
export async function lookAtBrowser(
  ports: Ports,
  live: readonly QueueItem[],
  underWay: ReadonlySet<string>,
): Promise<Facts> {
  const ids = live.flatMap(item => downloadIdOf(item) ?? []);
  const intents = live.flatMap(item => intentOf(item) ?? []);
  const hasFetch = live.some(item => item.status !== 'running' || item.carrier === 'background-fetch');
  const hasParcel = live.some(item => item.status === 'saving' && item.step === 'asking');
  const [isNewSession, registrations, downloads, objectUrls] = await Promise.all([
    ports.session.isNew(),
    hasFetch ? ports.registrationIds() : [],
    ports.downloads.find(ids, intents),
    hasParcel ? ports.parcels.heldUrls() : [],
  ]);
  return {
    now: ports.now(),
    isNewSession,
    underWay,
    registrations: new Set(registrations),
    downloads,
    objectUrls: new Set(objectUrls),
  };
}

function intentOf(item: QueueItem): { url: string; since: number } | null {
  if (item.status === 'starting' && item.step === 'asking' && item.plan.carrier === 'browser-download')
    return { url: item.url, since: item.askedAt };
  if (item.status === 'saving' && item.step === 'asking') return { url: item.parcel.objectUrl, since: item.askedAt };
  return null;
}
