/** @type {chrome.downloads.DownloadItem[]} */
const begun = [];

/** What a test may ask about downloads that begin, everybody's. */
export const beginnings = {
  /** Notes downloads from now on as they begin, and pauses each at once when told so. @param {boolean} [pauses] */
  async watchBegun(pauses = false) {
    chrome.downloads.onCreated.addListener(item => {
      begun.push(item);
      if (pauses) void chrome.downloads.pause(item.id);
    });
  },

  async begun() {
    return begun;
  },

  /** @param {number} id */
  async pause(id) {
    await chrome.downloads.pause(id);
  },

  /** Cancels a download and takes it off the browser's list. @param {number} id */
  async drop(id) {
    await chrome.downloads.cancel(id);
    await chrome.downloads.erase({ id });
  },

  /** The browser's list. @param {chrome.downloads.DownloadQuery} [query] everything when not given */
  async listed(query = {}) {
    return chrome.downloads.search(query);
  },
};
