/** @import { Browser } from 'puppeteer-core' */

/**
 * Opens a page in a tab and answers the ms from the start of its navigation to the frame in which the first element of
 * the selector is painted. The page is watched by a script of its own life: no driver stands between the clock and the
 * paint. The page stays open where `then` is given, which gets it.
 *
 * @param {Browser} browser @param {string} url @param {string} selector
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} [then]
 * @returns {Promise<number>}
 */
export async function firstPaint(browser, url, selector, then) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(wanted => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return;
      seen.disconnect();
      // The frame after this one begins when this one is painted.
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { paintedAt: performance.now() })));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(url);
  const handle = await page.waitForFunction(() => /** @type {{ paintedAt?: number }} */ (globalThis).paintedAt);
  const ms = Number(await handle.jsonValue());
  await then?.(page);
  await page.close();
  return ms;
}
