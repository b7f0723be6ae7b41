import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Longhaul } from './harness.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens the popup in a tab. It looks at the queue only while it is in front, so the tab that sends comes first. */
export async function openPopup(longhaul: Longhaul): Promise<Page> {
  await longhaul.items();
  return longhaul.page('popup.html');
}

/** Waits until the page's text holds all of these. */
export async function shows(page: Page, ...texts: string[]): Promise<void> {
  await page.waitForFunction(
    wanted => wanted.every(text => document.body.innerText.includes(text)),
    { timeout: 20_000 },
    texts,
  );
}

/** Waits until nothing on the page matches the selector. */
export async function lacks(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(gone => document.querySelector(gone) === null, { timeout: 20_000 }, selector);
}

/** Waits until the live region has said something of this kind. */
export async function hears(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    wanted => new RegExp(wanted).test(document.querySelector('[role=status]')?.textContent ?? ''),
    { timeout: 20_000 },
    pattern.source,
  );
}

/** The row that has the focus, by the id of its download or group; else the id, the label or the words of what has it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const row = element?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const name = element?.id || element?.getAttribute('aria-label') || element?.textContent;
    return row ?? (element === document.body ? 'nothing' : (name ?? 'nothing'));
  });
}

/** Presses Tab until something of this name has the focus, as who has no mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” is not reached by the Tab key.`);
}

export async function focusOnRow(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`[data-row="${id}"]`);
  await page.focus(`[data-row="${id}"]`);
}

/** What axe-core finds wrong with the page as it is, in light and in dark. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    // A colour that is still on its way to another is neither.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await page.evaluate(AXE);
    const wrong = await page.evaluate('axe.run().then(({ violations }) => violations)');
    for (const { id, nodes } of wrong as { id: string; nodes: { html: string; failureSummary: string }[] }[])
      found.push(...nodes.map(({ html, failureSummary }) => `${scheme} ${id}: ${html}\n${failureSummary}`));
  }
  await page.emulateMediaFeatures([]);
  return found;
}
