/**
 * How soon a page shows what it is opened for.
 *
 * @import { Browser } from 'puppeteer-core'
 */
import { bounded, median, told } from './figures.mjs';
import { firstPaint } from './first-paint.mjs';
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
  await firstPaint(browser, url, '[data-row]');
  for (let run = 0; run < runs; run += 1) {
    least.push(await firstPaint(browser, bare, 'body'));
    warm.push(await firstPaint(browser, url, '[data-row]'));
  }
  // Apart: a worker that has just been started reads its queue beside what it is asked.
  for (let run = 0; run < runs; run += 1) {
    await killWorker(browser);
    cold.push(await firstPaint(browser, url, '[data-row]'));
  }
  return [
    bounded('the popup, from opening to its list, with 100 000 items stored', warm, 100),
    told('the same, with a dead worker', `${median(cold).toFixed(0)} ms`),
    told('an empty page of the extension, meanwhile', `${median(least).toFixed(0)} ms`),
  ];
}
