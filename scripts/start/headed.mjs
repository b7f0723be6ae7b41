/**
 * @import { StartOptions } from './options.mjs'
 * @import { Workshop } from './workshop.mjs'
 */
import { build } from '../build.mjs';
import { startDemo } from '../demo/demo.mjs';
import { openBrowser } from './session.mjs';
import { wireOf } from './wire.mjs';

/**
 * Opens a browser for a person, as it is right after an installation: no site is granted. Ends with the browser.
 *
 * @param {StartOptions} options
 * @param {Workshop} workshop
 * @returns {Promise<number>} the exit code
 */
export async function runHeaded(options, workshop) {
  const demo = await startDemo();
  workshop.later(() => demo.close());
  const { browser, url } = await openBrowser(workshop, options, await build());
  const closed = new Promise(resolve => browser.once('disconnected', resolve));
  const [page = await browser.newPage()] = await browser.pages();
  if (options.urls.length > 0) await sendLinks(await browser.newPage(), url('popup.html'), options.urls);
  await page.goto(demo.url);
  await page.bringToFront();
  console.log(`Longhaul runs in this Chromium, and a page of files to try it on is open: ${demo.url}`);
  console.log(`Files go to ${options.dir}`);
  console.log('Close the browser or press Ctrl+C to end.');
  await closed;
  return 0;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} popup
 * @param {readonly string[]} urls
 */
async function sendLinks(page, popup, urls) {
  await page.goto(popup);
  const takings = await wireOf(page).enqueue(urls.map(url => ({ url })));
  for (const [at, taking] of takings.entries()) {
    if (taking.kind === 'refused') console.log(`Not taken: ${urls[at]}: ${taking.reason}`);
  }
  await page.close();
}
