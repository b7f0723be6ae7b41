import { calls } from './calls.js';
import { readRecords } from './records.js';

/** @import { End } from './calls.js' */

const scope = /** @type {ExtensionWorkerScope} */ (/** @type {unknown} */ (globalThis));
Object.assign(globalThis, { calls });

let line = Promise.resolve();

/** Notes an end and what of its records can be read, so that a test finds it after the browser's restart too. */
for (const end of /** @type {const} */ (['success', 'fail', 'abort'])) {
  scope.addEventListener(`backgroundfetch${end}`, event => event.waitUntil(onEnd(end, event.registration)));
}

/** @param {End['end']} end @param {BackgroundFetchRegistration} registration */
async function onEnd(end, registration) {
  const { id, failureReason } = registration;
  const records = await readRecords(registration);
  line = line.then(() => note({ end, id, failureReason, records }));
  await line;
}

/** @param {End} end */
async function note(end) {
  await chrome.storage.local.set({ ends: [...(await calls.ends()), end] });
}

/** Any message wakes the worker. */
chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer(true));

/** A packed extension's worker is started with the browser only if it listens to this. */
chrome.runtime.onStartup.addListener(() => {});
