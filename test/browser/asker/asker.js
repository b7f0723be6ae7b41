/** An extension that downloads files under names of its own; it is told to by tests, in its worker. */
chrome.runtime.onInstalled.addListener(() => {});
