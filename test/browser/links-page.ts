import type { Page } from 'puppeteer-core';
import type { FoundLink } from '../../src/core/links/found-link.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import type { Setting } from './setting.ts';

/** Sites of the test server: two that are granted, and one that is not. */
export const GRANTS = ['http://127.0.0.1/*', 'http://granted.localhost/*'];

export function at(here: Setting, host: 'granted.localhost' | 'other.localhost', path: string): string {
  return `http://${host}:${here.origin.port}${path}`;
}

/** Opens a page of this HTML, and waits until it and its frames are loaded. */
export async function openHtml(here: Setting, path: string, html: string): Promise<Page> {
  const url = here.origin.page(path, `<!doctype html><meta charset="utf-8"><title>Links</title>${html}`);
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** What our script finds in a page: the same that the chooser is told. */
export async function readLinks(here: Setting, page: Page, backgrounds = false): Promise<PageLinks> {
  const own = await here.longhaul.page('chooser.html');
  const tabId = await own.evaluate(async url => {
    const tabs = await chrome.tabs.query({});
    return tabs.find(tab => tab.url === url)?.id ?? -1;
  }, page.url());
  await own.close();
  return here.longhaul.ask('read-page', { tabId, backgrounds });
}

/** `kind path text`, without the text where there is none. Paths of other hosts keep their host. */
export function lines(here: Setting, links: readonly FoundLink[]): string[] {
  return links.map(({ kind, url, text }) => `${kind} ${url.replace(here.origin.base, '')} ${text}`.trimEnd());
}
