/**
 * @import { Browser } from 'puppeteer-core'
 * @import { LinkAsk } from '../../src/messages/protocol.ts'
 * @import { StartOptions } from './options.mjs'
 * @import { Workshop } from './workshop.mjs'
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, grantedCopy } from '../build.mjs';
import { startDemo } from '../demo/demo.mjs';
import { carry } from './carry.mjs';
import { openBrowser } from './session.mjs';
import { wireOf } from './wire.mjs';

/**
 * Carries files through the extension in a browser without a window.
 *
 * @param {StartOptions} options
 * @param {Workshop} workshop
 * @returns {Promise<number>} the exit code
 */
export async function runHeadless(options, workshop) {
  const links = options.urls.length > 0 ? options.urls.map(url => ({ url })) : await demoLinks(workshop);
  const { browser, url } = await openBrowser(workshop, options, await grantedExtension(options, workshop));
  const death = deathOf(browser);
  const page = await browser.newPage();
  await page.goto(url('popup.html'));
  const isAllDone = await carry(wireOf(page), links, {
    folder: options.dir,
    timeout: options.timeout,
    death,
    ending: workshop.ending,
  });
  return isAllDone ? 0 : 1;
}

/** @param {Workshop} workshop @returns {Promise<LinkAsk[]>} */
async function demoLinks(workshop) {
  const demo = await startDemo();
  workshop.later(() => demo.close());
  const broken = demo.links.filter(({ works }) => !works).map(({ url }) => url);
  console.error(`Fetching the demonstration files. Left out, because it fails on purpose: ${broken.join(', ')}`);
  return demo.links.filter(({ works }) => works).map(({ url }) => ({ url, referrer: demo.url }));
}

/**
 * Nobody is there to click on "Allow", so the sites are granted beforehand. Beside a kept profile the extension is
 * kept too: unpacked, it is known by its folder, and from another one it would not find its queue.
 *
 * @param {StartOptions} options
 * @param {Workshop} workshop
 */
async function grantedExtension({ profile }, { folder }) {
  const granted = join(profile ?? folder, 'longhaul-extension');
  await rm(granted, { recursive: true, force: true });
  return grantedCopy(await build({ out: join(folder, 'dist') }), granted);
}

/** @param {Browser} browser @returns {Promise<never>} */
function deathOf(browser) {
  /** @type {Promise<never>} */
  const death = new Promise((_, reject) => {
    browser.once('disconnected', () => reject(new Error('The browser has ended unexpectedly.')));
  });
  // Once the work is over, nobody waits for it any more.
  death.catch(() => {});
  return death;
}
