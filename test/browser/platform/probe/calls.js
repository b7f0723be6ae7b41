import { beginnings } from './begun.js';
import { names } from './names.js';
import { readRecords, sha256Of } from './records.js';

/** @typedef {Awaited<ReturnType<typeof readRecords>>[number]} Record one record of a registration, as it was found */
/** @typedef {{ end: 'success' | 'fail' | 'abort', id: string, failureReason: string, records: Record[] }} End */

/** @returns {Promise<BackgroundFetchSource>} */
async function source() {
  const { registration } = /** @type {{ registration?: ServiceWorkerRegistration }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const own = registration ?? (await navigator.serviceWorker.ready);
  return own.backgroundFetch;
}

/** @type {Map<string, BackgroundFetchRegistration>} */
const held = new Map();

/** What a test may ask of the probe; the same in its worker and in its documents. */
export const calls = {
  ...names,
  ...beginnings,

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

  /** What the records of a registration answer that are taken now, each when it has its answer. @param {string} id */
  async answers(id) {
    const registration = await (await source()).get(id);
    const records = (await registration?.matchAll()) ?? [];
    return Promise.all(
      records.map(async ({ responseReady }) => (await responseReady).headers.get('content-range') ?? ''),
    );
  },

  /** @param {string} id */
  async abort(id) {
    const registration = await (await source()).get(id);
    return (await registration?.abort()) ?? false;
  },

  /** The bytes of a registration, by the object that is held, or else by a new one. @param {string} id */
  async bytes(id) {
    const registration = held.get(id) ?? (await (await source()).get(id));
    return registration?.downloaded ?? null;
  },

  /** Holds an object of a registration with a listener, as long as this document lives. @param {string} id */
  async hold(id) {
    const registration = await (await source()).get(id);
    if (registration === undefined) throw new Error(`There is no registration ${id}.`);
    registration.addEventListener('progress', () => {});
    held.set(id, registration);
  },

  /** The ends of registrations that the worker was told of since the probe was installed. */
  async ends() {
    const { ends = [] } = await chrome.storage.local.get('ends');
    return /** @type {End[]} */ (ends);
  },

  /**
   * Makes the dynamic rules these. As of the product's, a rule should name only what the extension itself asks for.
   *
   * @param {chrome.declarativeNetRequest.Rule[]} addRules
   */
  async setRules(addRules) {
    const present = await chrome.declarativeNetRequest.getDynamicRules();
    await chrome.declarativeNetRequest.updateDynamicRules({ removeRuleIds: present.map(({ id }) => id), addRules });
  },

  /** Takes granted hosts back. @param {string[]} origins match patterns */
  async revoke(origins) {
    return chrome.permissions.remove({ origins });
  },

  /**
   * Writes the answer of a registration's record that is ready into a file of the origin's private file system.
   *
   * @param {string} id
   * @param {string} url of the record
   * @param {string} name of the file
   */
  async keep(id, url, name) {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    await writable.write(await blobOf(id, url));
    await writable.close();
  },

  /** What a file of the private file system holds. @param {string} name */
  async kept(name) {
    const blob = await keptFile(name);
    return { size: blob.size, sha256: await sha256Of(blob) };
  },

  /** @param {string} name */
  async forget(name) {
    await (await navigator.storage.getDirectory()).removeEntry(name);
  },

  /**
   * Joins a kept file and a record to one Blob and posts it from the worker to the document, which makes a URL of it.
   *
   * @param {string} name of the file
   * @param {string} id
   * @param {string} url of the record
   */
  async join(name, id, url) {
    const blob = new Blob([await keptFile(name), await blobOf(id, url)], { type: 'text/plain' });
    const { clients } = /** @type {ExtensionWorkerScope} */ (/** @type {unknown} */ (globalThis));
    const [document] = await clients.matchAll({ includeUncontrolled: true, type: 'all' });
    const { port1, port2 } = new MessageChannel();
    const objectUrl = new Promise(resolve => {
      port1.onmessage = ({ data }) => resolve(data);
    });
    document?.postMessage(blob, [port2]);
    return /** @type {Promise<string>} */ (objectUrl);
  },

  /** @param {string} url @param {string} filename @param {`${chrome.downloads.FilenameConflictAction}`} [conflictAction] */
  async download(url, filename, conflictAction = 'uniquify') {
    return chrome.downloads.download({ url, filename, conflictAction });
  },

  /** @param {number} id */
  async resume(id) {
    await chrome.downloads.resume(id);
  },

  /** @param {number} id */
  async downloaded(id) {
    const [found] = await chrome.downloads.search({ id });
    return found ?? null;
  },
};

/** @param {string} id @param {string} url */
async function blobOf(id, url) {
  const registration = await (await source()).get(id);
  const record = (await registration?.matchAll())?.find(({ request }) => request.url === url);
  if (record === undefined) throw new Error(`There is no record of ${url}.`);
  return (await record.responseReady).blob();
}

/** @param {string} name */
async function keptFile(name) {
  const folder = await navigator.storage.getDirectory();
  return (await folder.getFileHandle(name)).getFile();
}
