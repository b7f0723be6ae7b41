import { readRecords } from './records.js';

/** @typedef {Awaited<ReturnType<typeof readRecords>>[number]} Record one record of a registration, as it was found */
/** @typedef {{ end: 'success' | 'fail' | 'abort', id: string, failureReason: string, records: Record[] }} End */

/** @returns {Promise<BackgroundFetchSource>} */
async function source() {
  const { registration } = /** @type {{ registration?: ServiceWorkerRegistration }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const own = registration ?? (await navigator.serviceWorker.getRegistration());
  if (own === undefined) throw new Error('The probe has no service worker registration.');
  return own.backgroundFetch;
}

/** What a test may ask of the probe; the same in its worker and in its documents. */
export const calls = {
  /**
   * Registers a Background Fetch.
   *
   * @param {string} id
   * @param {{ url: string, range?: string }[]} requests
   * @param {number} [downloadTotal]
   */
  async start(id, requests, downloadTotal = 0) {
    const made = requests.map(({ url, range }) => new Request(url, range === undefined ? {} : { headers: { range } }));
    await (await source()).fetch(id, made, { title: id, downloadTotal });
  },

  /** The registrations that the browser has. */
  async ids() {
    return [...(await (await source()).getIds())];
  },

  /** The records of a registration that is there, or null. @param {string} id */
  async look(id) {
    const registration = await (await source()).get(id);
    return registration === undefined ? null : readRecords(registration);
  },

  /** @param {string} id */
  async abort(id) {
    const registration = await (await source()).get(id);
    return (await registration?.abort()) ?? false;
  },

  /** The ends of registrations that the worker was told of since the probe was installed. */
  async ends() {
    const { ends = [] } = await chrome.storage.local.get('ends');
    return /** @type {End[]} */ (ends);
  },

  /** @param {chrome.declarativeNetRequest.Rule[]} addRules */
  async setRules(addRules) {
    const present = await chrome.declarativeNetRequest.getDynamicRules();
    await chrome.declarativeNetRequest.updateDynamicRules({ removeRuleIds: present.map(({ id }) => id), addRules });
  },
};
