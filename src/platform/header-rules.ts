import type { HeaderRule } from '../core/carriers/header-rules.ts';
import { browser } from './browser.ts';

type Rule = chrome.declarativeNetRequest.Rule;
export type Unnumbered = Omit<Rule, 'id'>;

/**
 * Makes the dynamic rules exactly these: what is missing is added, what is stale is swept.
 *
 * Dynamic rather than session rules: session rules die with the browser, and a fetch that it resumes then fails
 * (Chromium 156). Each rule touches only requests that this extension itself makes, so no page's CORS is weakened.
 */
export async function setHeaderRules(wanted: readonly HeaderRule[]): Promise<void> {
  const text = JSON.stringify(wanted);
  if (text === lastSet) return;
  lastSet = null;
  await makeRules(wanted);
  lastSet = text;
}

/** What this life of the worker has set last; a new life looks at what is there. */
let lastSet: string | null = null;

async function makeRules(wanted: readonly HeaderRule[]): Promise<void> {
  const present = await browser.declarativeNetRequest.getDynamicRules();
  const needed = new Map(wanted.flatMap(rulesFor).map(rule => [canonical(rule), rule]));
  const isNeeded = (rule: Rule): boolean => needed.delete(canonical(rule));
  const stale = present.filter(rule => !isNeeded(rule));
  if (stale.length === 0 && needed.size === 0) return;
  const free = freeIds(present);
  await browser.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: stale.map(rule => rule.id),
    addRules: [...needed.values()].map(rule => ({ id: free.next().value, ...rule })),
  });
}

/** One rule makes the answers of the file's hosts readable to us; another sets the Referer, for this URL only. */
export function rulesFor({ url, hosts, referer }: HeaderRule): readonly Unnumbered[] {
  const readable: Unnumbered = {
    priority: 1,
    condition: conditionFor(hosts, null),
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'access-control-allow-origin', operation: 'set', value: '*' }],
      requestHeaders: [{ header: 'origin', operation: 'remove' }],
    },
  };
  if (referer === null) return [readable];
  const withReferer: Unnumbered = {
    priority: 1,
    condition: conditionFor(hosts, url),
    action: { type: 'modifyHeaders', requestHeaders: [{ header: 'referer', operation: 'set', value: referer }] },
  };
  return [readable, withReferer];
}

function conditionFor(hosts: readonly string[], url: string | null): chrome.declarativeNetRequest.RuleCondition {
  return {
    initiatorDomains: [browser.runtime.id],
    requestDomains: [...hosts],
    // A Background Fetch is of type `other`, the probe of type `xmlhttprequest`.
    resourceTypes: ['other', 'xmlhttprequest'],
    // The fragment of a request is matched too (Chromium 156): `^` is the end, or the `#`.
    ...(url === null ? {} : { urlFilter: `|${url}^`, isUrlFilterCaseSensitive: true }),
  };
}

/** A rule without its id as text, whatever the order of its keys: the browser answers them in an order of its own. */
function canonical({ id: _id, ...rule }: Partial<Rule>): string {
  return JSON.stringify(rule, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The lowest ids that no rule has. */
function* freeIds(present: readonly Rule[]): Generator<number, never> {
  const taken = new Set(present.map(rule => rule.id));
  for (let id = 1; ; id++) if (!taken.has(id)) yield id;
}
