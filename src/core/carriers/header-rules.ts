import { isGranted } from '../links/origin-patterns.ts';
import type { QueueItem } from '../queue/item.ts';

/** Headers that our own requests for one file need, as plain data; `platform/header-rules.ts` makes it a rule. */
export interface HeaderRule {
  /** The file's URL, which names the rule. */
  readonly url: string;
  /** Hosts of the file and of where its redirects end. Only requests that the extension itself makes are touched. */
  readonly hosts: readonly string[];
  readonly referer: string | null;
}

/**
 * The rules that the live items need now, and no others: whoever sets exactly these has also swept the stale ones.
 *
 * A probe needs the Referer already, or the server would answer another question than the one that counts.
 */
export function neededRules(live: readonly QueueItem[], grants: readonly string[]): readonly HeaderRule[] {
  return live.flatMap(item => {
    const hosts = hostsOf(item).filter(
      host => isGranted(`https://${host}/`, grants) || isGranted(`http://${host}/`, grants),
    );
    return hosts.length === 0 ? [] : [{ url: item.url, hosts, referer: refererFor(item.url, item.referrer) }];
  });
}

function hostsOf(item: QueueItem): readonly string[] {
  if (item.status === 'starting' && item.step === 'probing') return [new URL(item.url).hostname];
  if (item.status === 'starting' && item.step === 'asking' && item.plan.carrier === 'background-fetch')
    return item.plan.ruleHosts;
  return item.status === 'running' && item.carrier === 'background-fetch' ? item.plan.ruleHosts : [];
}

/**
 * What the browser itself would send as `Referer` for a link on `page`, by the default policy
 * `strict-origin-when-cross-origin` (Referrer Policy, section 3.8): all of it on the same origin, the origin only to
 * others, nothing from https to http.
 */
export function refererFor(url: string, page: string | null): string | null {
  if (page === null) return null;
  const from = new URL(page);
  const to = new URL(url);
  if (from.protocol === 'https:' && to.protocol === 'http:') return null;
  return from.origin === to.origin ? `${from.origin}${from.pathname}${from.search}` : `${from.origin}/`;
}
