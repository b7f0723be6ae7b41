import type { ScriptPages } from '../core/take-over/alt-click-pages.ts';
import { browser } from './browser.ts';

/** Listens for bypasses in the pages of these match patterns, and in no others. The browser remembers it. */
export function listenIn(patterns: readonly string[]): Promise<void> {
  return runIn('bypass', { matches: patterns, excludes: [] });
}

/** Lets Alt+click send links in these pages, and in no others. The browser remembers it. */
export function altClickIn(pages: ScriptPages): Promise<void> {
  return runIn('alt-click', pages);
}

/** Pages that are open already are seen to as well, but not waited for: one of them may be stuck. */
async function runIn(id: string, { matches, excludes }: ScriptPages): Promise<void> {
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (present !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const pages = { matches: [...matches].sort(), excludeMatches: [...excludes].sort() };
  const isInStep =
    JSON.stringify(present?.matches?.toSorted()) === JSON.stringify(pages.matches) &&
    JSON.stringify(present?.excludeMatches?.toSorted() ?? []) === JSON.stringify(pages.excludeMatches);
  if (isInStep) return;
  const js = [`${id}.js`];
  const script = { id, js, ...pages, allFrames: true, persistAcrossSessions: true, runAt: 'document_start' as const };
  if (present === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
  const without = excludes.length === 0 ? [] : await browser.tabs.query({ url: pages.excludeMatches });
  const excluded = new Set(without.map(tab => tab.id));
  const tabs = await browser.tabs.query({ url: pages.matches, discarded: false });
  for (const tab of tabs) if (!excluded.has(tab.id)) void runInTab(tab.id, js);
}

/** A page that is closed meanwhile, or that the browser does not let us into, is left out. */
async function runInTab(tabId: number | undefined, files: string[]): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files, injectImmediately: true })
    .catch((error: unknown) => console.info('Longhaul: no script in tab', tabId, error));
}
