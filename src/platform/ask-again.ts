import type { ProbeResult } from '../core/carriers/probe-result.ts';
import { browser } from './browser.ts';
import { rulesFor } from './header-rules.ts';
import { probeByGet } from './probe.ts';

/** Rules of this life of the worker so far: their numbers. */
let count = 0;
/** What a dead worker has left is removed before the first rule is set. */
let swept: Promise<void> | null = null;

/**
 * Asks for a file's first byte with the `Referer` that the page has sent. For one question a session rule does: the
 * dynamic ones are those of the queue's live items, exactly.
 */
export async function askAgain(url: string, referer: string | null): Promise<ProbeResult> {
  swept ??= sweep();
  await swept;
  const addRules = rulesFor({ url, hosts: [new URL(url).hostname], referer }).map(rule => ({ id: ++count, ...rule }));
  await browser.declarativeNetRequest.updateSessionRules({ addRules });
  try {
    return await probeByGet(url);
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: addRules.map(({ id }) => id) });
  }
}

async function sweep(): Promise<void> {
  const left = await browser.declarativeNetRequest.getSessionRules();
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: left.map(({ id }) => id) });
}
