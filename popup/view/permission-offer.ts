import type { ListedItem } from '../../src/messages/listing.ts';

const ENDED = new Set<ListedItem['status']>(['done', 'failed', 'cancelled']);

/** The host for which access would help most items, or null when there is none to ask for. */
export function permissionOffer(
  items: readonly ListedItem[],
  granted: readonly string[],
  declined: readonly string[],
): string | null {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!wouldHelp(item) || !URL.canParse(item.url) || granted.some(pattern => covers(pattern, item.url))) continue;
    const { hostname } = new URL(item.url);
    if (!declined.includes(hostname)) counts.set(hostname, (counts.get(hostname) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [host, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = host;
  return best;
}

function wouldHelp(item: ListedItem): boolean {
  return !ENDED.has(item.status) || item.status === 'failed' || item.carrier === 'browser-download';
}

/** Whether a granted match pattern takes in a link. Paths and ports do not matter for access. */
export function covers(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const parts = /^(\*|https?):\/\/([^/]+)\//.exec(pattern);
  const [, scheme, hostPart] = parts ?? [];
  if (scheme === undefined || hostPart === undefined) return false;
  const { protocol, hostname } = new URL(url);
  if (scheme !== '*' && protocol !== `${scheme}:`) return false;
  const host = hostPart.replace(/:(?:\d+|\*)$/, '');
  if (host === '*' || host === hostname) return true;
  return host.startsWith('*.') && (hostname === host.slice(2) || hostname.endsWith(host.slice(1)));
}
