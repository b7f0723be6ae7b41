/**
 * How soon a page shows what it is opened for.
 *
 * @import { Browser } from 'puppeteer-core'
 */
import { bounded, median, told } from './figures.mjs';
import { killWorker } from './worker.mjs';

/**
 * So many openings with a living worker, and as many with a dead one.
 *
 * @param {Browser} browser @param {string} url @param {number} runs
 */
export async function popupFigures(browser, url, runs) {
  const bare = new URL('offscreen.html', url).href;
  /** @type {number[]} */
  const least = [];
  /** @type {number[]} */
  const warm = [];
  /** @type {number[]} */
  const cold = [];
  // The first opening of a browser also reads the code.
  await firstList(browser, url);
  for (let run = 0; run < runs; run += 1) {
    least.push(await firstPaint(browser, bare, 'body'));
    warm.push(await firstList(browser, url));
    await killWorker(browser);
    cold.push(await firstList(browser, url));
  }
  return [
    bounded('the popup, from opening to its list, with 100 000 items stored', warm, 100),
    told('the same, with a dead worker', `${median(cold).toFixed(0)} ms`),
    told('an empty page of the extension, meanwhile', `${median(least).toFixed(0)} ms`),
  ];
}

/**
 * @param {Browser} browser @param {string} url
 */
function firstList(browser, url) {
  return firstPaint(browser, url, '[data-row]');
}

/**
 * Opens a page in a tab and answers the ms from the start of its navigation to the frame in which something of this
 * selector is painted first. The page is watched by a script of its own life: no driver stands between the clock and the
 * paint.
 *
 * @param {Browser} browser @param {string} url @param {string} selector @returns {Promise<number>}
 */
async function firstPaint(browser, url, selector) {
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
  await page.close();
  return ms;
}
