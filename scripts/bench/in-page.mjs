/**
 * What is timed, run inside a page of the extension: no driver stands between the clock and the work.
 *
 * @import { Page } from 'puppeteer-core'
 */

/**
 * Lets the browser's own downloads fetch all URLs, `limit` at a time. Answers ms.
 *
 * @param {Page} page @param {readonly string[]} urls @param {number} limit @returns {Promise<number>}
 */
export function plainDownloads(page, urls, limit) {
  return page.evaluate(
    async (all, most) => {
      const began = performance.now();
      const waiting = [...all];
      await new Promise(resolve => {
        let left = all.length;
        const next = () => {
          const url = waiting.shift();
          if (url !== undefined) void chrome.downloads.download({ url });
        };
        chrome.downloads.onChanged.addListener(function onChanged({ state }) {
          if (state?.current !== 'complete') return;
          left -= 1;
          if (left > 0) return next();
          chrome.downloads.onChanged.removeListener(onChanged);
          resolve(undefined);
        });
        for (let place = 0; place < most; place += 1) next();
      });
      return performance.now() - began;
    },
    urls,
    limit,
  );
}

/**
 * Sends all URLs through the queue and waits until they are done. Answers ms. It asks the worker only when the browser
 * has finished as many downloads: to ask again and again would be measured too.
 *
 * @param {Page} page @param {readonly string[]} urls @returns {Promise<number>}
 */
export function throughQueue(page, urls) {
  return page.evaluate(async all => {
    /** @param {string} name @param {unknown} ask */
    const tell = (name, ask) => chrome.runtime.sendMessage({ to: 'worker', name, ask });
    const before = (await tell('summary', {})).answer.counts.done;
    const began = performance.now();
    const finished = new Promise(resolve => {
      let left = all.length;
      chrome.downloads.onChanged.addListener(function onChanged({ state }) {
        if (state?.current !== 'complete' || (left -= 1) > 0) return;
        chrome.downloads.onChanged.removeListener(onChanged);
        resolve(undefined);
      });
    });
    await tell('enqueue', { links: all.map(url => ({ url })) });
    await finished;
    for (;;) {
      const { counts } = (await tell('summary', {})).answer;
      if (counts.done - before === all.length) return performance.now() - began;
      if (counts.failed > 0) throw new Error('A download failed.');
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }, urls);
}

/**
 * How long one message to the worker takes, in ms.
 *
 * @param {Page} page @param {string} name @param {unknown} ask @returns {Promise<number>}
 */
export function timeOf(page, name, ask) {
  return page.evaluate(
    async envelope => {
      const began = performance.now();
      const reply = await chrome.runtime.sendMessage(envelope);
      if (!reply.ok) throw new Error(reply.error.message);
      return performance.now() - began;
    },
    /** @type {any} */ ({ to: 'worker', name, ask }),
  );
}

/**
 * Reads all links of a page by the content script, so many times over. Answers the ms that each took within the page,
 * without the message.
 *
 * @param {Page} page @param {string} url @param {number} runs @returns {Promise<number[]>}
 */
export function collecting(page, url, runs) {
  return page.evaluate(
    async (address, times) => {
      const { id: tabId } = await chrome.tabs.create({ url: address });
      const target = { tabId: Number(tabId) };
      while ((await chrome.tabs.get(target.tabId)).status !== 'complete') await new Promise(go => setTimeout(go, 50));
      await chrome.scripting.executeScript({ target, files: ['content.js'] });
      const measured = [];
      for (let run = 0; run < times; run += 1) {
        const [answer] = await chrome.scripting.executeScript({
          target,
          func: () => {
            const began = performance.now();
            const { longhaul } = /** @type {{ longhaul?: { page(wanted: unknown): { links: unknown[] } } }} */ (
              globalThis
            );
            const found = longhaul?.page({ backgrounds: false }).links.length;
            return found === 10_000 ? performance.now() - began : Number.NaN;
          },
        });
        measured.push(Number(answer?.result));
      }
      return measured;
    },
    url,
    runs,
  );
}
