/**
 * What a story plays on: the extension in a browser of its own, files of the test origin, and views that are looked at.
 *
 * @import { Page } from 'puppeteer-core'
 * @import { launchBrowser } from '../browser.mjs'
 * @import { Origin, Switches } from '../../test/origin/origin.ts'
 */
import { wireOf } from '../start/wire.mjs';

/**
 * Hosts with names, for those of this machine are private: nothing of theirs is fetched by itself.
 *
 * @param {Origin} origin
 */
export function screenArgs(origin) {
  return [`--host-resolver-rules=MAP *.example 127.0.0.1:${origin.port}`];
}

/**
 * @typedef {Awaited<ReturnType<typeof launchBrowser>>} Running
 * @typedef {Awaited<ReturnType<typeof setStage>>} Stage
 */

/** @param {Running} chromium @param {Origin} origin @param {number} many how many items a long list has */
export async function setStage(chromium, origin, many) {
  const sender = await chromium.browser.newPage();
  await sender.goto(chromium.url('chooser.html'));
  return {
    many,
    origin,
    /** A page of the extension that no story shows. */
    sender,
    ask: wireOf(sender).call,

    /** The address of a file of the internet. @param {string} host @param {string} path @param {Switches} switches */
    file: (host, path, switches) => onHost(host, origin.url(path, switches)),

    /** Opens a page of the extension in front: what is behind does not look at the queue. @param {string} path */
    async view(path) {
      const view = await chromium.browser.newPage();
      await view.goto(chromium.url(path));
      return view;
    },

    /** Opens a page of the web, and says by which number the browser knows its tab. @param {string} url */
    async tab(url) {
      const tab = await chromium.browser.newPage();
      await tab.goto(url);
      return sender.evaluate(async wanted => (await chrome.tabs.query({})).find(each => each.url === wanted)?.id, url);
    },
  };
}

/** Waits until the text of the page matches; else says what it is. @param {Page} view @param {string} pattern */
export async function shows(view, pattern) {
  try {
    await view.waitForFunction(
      wanted => new RegExp(wanted).test(document.body.innerText),
      { timeout: 20_000 },
      pattern,
    );
  } catch {
    const text = await view.evaluate(() => document.body.innerText);
    throw new Error(`Waited in vain for /${pattern}/ on a page that says: ${text.slice(0, 400)}`);
  }
}

/** The same address of the test origin, on a host with a name. @param {string} host @param {string} url */
export function onHost(host, url) {
  return url.replace(/127\.0\.0\.1:\d+/, host);
}
