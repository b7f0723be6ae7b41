import { isGranted } from '../links/origin-patterns.ts';
import { refererFor } from '../links/referrer-policy.ts';
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
    return hosts.length === 0
      ? []
      : [{ url: item.url, hosts, referer: refererFor(item.url, item.referrer, item.referrerPolicy) }];
  });
}

function hostsOf(item: QueueItem): readonly string[] {
  if (item.status === 'starting' && item.step === 'probing') return [new URL(item.url).hostname];
  if (item.status === 'starting' && item.step === 'asking' && item.plan.carrier === 'background-fetch')
    return item.plan.ruleHosts;
  return item.status === 'running' && item.carrier === 'background-fetch' ? item.plan.ruleHosts : [];
}
