import type { Page } from 'puppeteer-core';
import type { Longhaul } from './harness.ts';

/** Hosts of the internet, to the extension: an address of this machine is private, and is never asked by itself. */
export const NAMED_HOSTS = ['--host-resolver-rules=MAP *.example 127.0.0.1'];

/** The same address of the test origin, on another host. */
export function onHost(host: string, url: string): string {
  return url.replace('127.0.0.1', host);
}

/** Opens a page in a tab of its own; answers the number that the browser knows the tab by. */
export async function openTab(longhaul: Longhaul, url: string): Promise<number> {
  const tab = await longhaul.chromium.browser.newPage();
  await tab.goto(url);
  const asker = await longhaul.page('options.html');
  const id = await asker.evaluate(
    async wanted => (await chrome.tabs.query({})).findLast(({ url }) => url === wanted)?.id,
    url,
  );
  await asker.close();
  if (id === undefined) throw new Error(`No tab shows ${url}.`);
  return id;
}

/** Opens the chooser with the links of a page. */
export async function openChooser(longhaul: Longhaul, url: string): Promise<Page> {
  return openChooserOf(longhaul, `tab=${await openTab(longhaul, url)}`);
}

export async function openChooserOf(longhaul: Longhaul, query: string): Promise<Page> {
  const chooser = await longhaul.page(`chooser.html?${query}`);
  await chooser.waitForSelector('.link-row');
  return chooser;
}

/** The names of the links in view, each with a mark whether it is selected. */
export async function links(chooser: Page): Promise<string[]> {
  return chooser.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.link-row, .link-tile')].map(row => {
      const isOn = row.querySelector<HTMLInputElement>('input')?.checked ?? false;
      return `${isOn ? '+' : '-'} ${row.querySelector('.file-name')?.textContent ?? ''}`;
    }),
  );
}

/** Waits until the links in view are these; says what they are else. */
export async function showsLinks(chooser: Page, ...wanted: string[]): Promise<void> {
  try {
    await chooser.waitForFunction(
      text =>
        [...document.querySelectorAll<HTMLElement>('.link-row, .link-tile')]
          .map(row => {
            const isOn = row.querySelector<HTMLInputElement>('input')?.checked ?? false;
            return `${isOn ? '+' : '-'} ${row.querySelector('.file-name')?.textContent ?? ''}`;
          })
          .join('\n') === text,
      { timeout: 10_000 },
      wanted.join('\n'),
    );
  } catch {
    throw new Error(`Wanted\n${wanted.join('\n')}\nbut there is\n${(await links(chooser)).join('\n')}`);
  }
}

/** Presses a button, a chip or a box by a word of its text or its label. */
export async function press(chooser: Page, text: string): Promise<void> {
  await chooser.evaluate(wanted => {
    const all = [...document.querySelectorAll<HTMLElement>('button, summary, label')];
    const found = all.find(element =>
      `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.includes(wanted),
    );
    if (found === undefined) throw new Error(`There is no button “${wanted}”.`);
    found.click();
  }, text);
}

/** Puts a text into a field, by the words of its label, in place of what was there. */
export async function fill(chooser: Page, label: string, text: string): Promise<void> {
  const field = await chooser.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
  await field?.click({ count: 3 });
  await chooser.keyboard.press('Backspace');
  if (text !== '') await field?.type(text);
}
