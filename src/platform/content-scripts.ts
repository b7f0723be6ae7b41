import { browser } from './browser.ts';

const ID = 'bypass';
const FILE = 'bypass.js';

/**
 * Listens for bypasses in the pages of these match patterns, and in no others. The browser remembers it. Pages that are
 * open already are seen to as well, but not waited for: one of them may be stuck.
 */
export async function listenIn(patterns: readonly string[]): Promise<void> {
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (patterns.length === 0) {
    if (present !== undefined) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const matches = [...patterns].sort();
  if (JSON.stringify(present?.matches?.toSorted()) === JSON.stringify(matches)) return;
  const script = { id: ID, js: [FILE], matches, allFrames: true, persistAcrossSessions: true };
  const atStart = { ...script, runAt: 'document_start' as const };
  if (present === undefined) await browser.scripting.registerContentScripts([atStart]);
  else await browser.scripting.updateContentScripts([atStart]);
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  for (const { id } of tabs) void listenInTab(id);
}

/** A page that is closed meanwhile, or that the browser does not let us into, is left out. */
async function listenInTab(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: [FILE], injectImmediately: true })
    .catch((error: unknown) => console.info('Longhaul: no script in tab', tabId, error));
}
