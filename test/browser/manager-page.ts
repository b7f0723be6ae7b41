import type { Page } from 'puppeteer-core';
import type { Longhaul } from './harness.ts';

/** The page of the manager with these items in it, in a window of a size that all of them fit into. */
export async function openManager(longhaul: Longhaul, ids: readonly string[]): Promise<Page> {
  const page = await longhaul.page('manager.html');
  await page.setViewport({ width: 1100, height: 720 });
  await page.waitForFunction(
    all => all.every(id => document.querySelector(`[data-line="${id}"]`) !== null),
    { timeout: 20_000 },
    ids,
  );
  return page;
}

/** The selector of a line. */
export function line(id: string | undefined): string {
  return `[data-line="${id}"]`;
}

/** The ids of the lines that are shown, from top to bottom. */
export async function shownLines(page: Page): Promise<string[]> {
  return page.$$eval('[data-line]', rows =>
    rows
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map(row => (row as HTMLElement).dataset['line'] ?? ''),
  );
}

/** The ids of the lines that are told to be selected, from top to bottom. */
export async function selectedLines(page: Page): Promise<string[]> {
  return page.$$eval('[data-line][aria-selected="true"]', rows =>
    rows.map(row => (row as HTMLElement).dataset['line'] ?? ''),
  );
}

/** The line that has the focus; else the words of what has it. */
export async function focusedLine(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement as HTMLElement | null)?.dataset['line'] ?? activeElement?.textContent ?? 'nothing';
  });
}

/** Waits until this line has the focus: what moves it waits for the lines to be rendered. */
export async function waitForFocus(page: Page, id: string | undefined): Promise<void> {
  await page.waitForFunction(
    wanted => (document.activeElement as HTMLElement | null)?.dataset['line'] === wanted,
    { timeout: 20_000 },
    id,
  );
}

export async function waitForOrder(page: Page, ids: readonly string[]): Promise<void> {
  await page.waitForFunction(
    wanted => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-line]')];
      rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
      return rows.map(row => row.dataset['line']).join() === wanted.join();
    },
    { timeout: 20_000 },
    ids,
  );
}

/** Presses a key while others are held. */
export async function chord(page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  const key = keys.at(-1);
  const held = keys.slice(0, -1);
  for (const each of held) await page.keyboard.down(each);
  if (key !== undefined) await page.keyboard.press(key);
  for (const each of held.toReversed()) await page.keyboard.up(each);
}

/** Clicks on the name in a line while keys are held. */
export async function clickLine(page: Page, id: string | undefined, ...held: ('Control' | 'Shift')[]): Promise<void> {
  for (const each of held) await page.keyboard.down(each);
  await page.click(`${line(id)} [role=gridcell]`);
  for (const each of held.toReversed()) await page.keyboard.up(each);
}

/** Clicks on the button, or the entry of the menu, of these words. */
export async function press(page: Page, words: string, within = ''): Promise<void> {
  await page.locator(`${within} ::-p-xpath(//button[normalize-space(.)="${words}" or .//span[.="${words}"]])`).click();
}

/** Opens the manager in a tab in front, as its address asks. */
export async function openTable(longhaul: Longhaul, query = ''): Promise<Page> {
  await longhaul.items();
  const page = await longhaul.page(`manager.html${query}`);
  await page.setViewport({ width: 1280, height: 800 });
  await page.waitForSelector('[role="treegrid"], .manager-nothing');
  return page;
}

/** Waits until the table has so many lines, rendered or not. */
export async function hasLines(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    wanted => document.querySelector('[role="treegrid"]')?.getAttribute('aria-rowcount') === `${wanted + 1}`,
    { timeout: 30_000 },
    count,
  );
}

/** Waits until these lines, and no others, are selected. */
export async function hasSelected(page: Page, ids: readonly string[]): Promise<void> {
  await page.waitForFunction(
    wanted => {
      const lines = [...document.querySelectorAll('[data-line][aria-selected="true"]')];
      const seen = new Set(lines.map(line => line.getAttribute('data-line') ?? ''));
      return seen.size === wanted.length && wanted.every(id => seen.has(id));
    },
    { timeout: 10_000 },
    ids,
  );
}
