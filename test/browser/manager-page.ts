import type { Page } from 'puppeteer-core';
import type { Longhaul } from './harness.ts';

/** Opens the manager in a tab in front, with its first rows. */
export async function openManager(longhaul: Longhaul, query = ''): Promise<Page> {
  await longhaul.items();
  const page = await longhaul.page(`manager.html${query}`);
  await page.setViewport({ width: 1280, height: 800 });
  await page.waitForSelector('[role="grid"], .manager-nothing');
  return page;
}

/** The ids of the lines that are rendered, from top to bottom. */
export async function linesOn(page: Page): Promise<string[]> {
  return page.$$eval('[data-line]', lines =>
    lines
      .map(line => ({ id: line.getAttribute('data-line') ?? '', top: line.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id),
  );
}

/** Waits until the table has so many lines, rendered or not. */
export async function hasLines(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    wanted => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === `${wanted + 1}`,
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

/** Waits until the line has the focus. */
export async function hasFocus(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    wanted => document.activeElement?.getAttribute('data-line') === wanted,
    { timeout: 10_000 },
    id,
  );
}
