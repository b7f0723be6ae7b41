/** @param {chrome.downloads.DownloadItem} _item @param {(suggestion?: chrome.downloads.FilenameSuggestion) => void} suggest */
function onName(_item, suggest) {
  suggest({ filename: 'told.txt' });
}

/** Listens to the names of downloads when it is told to, as a worker does that first asks its store whether to. */
chrome.runtime.onMessage.addListener(message => {
  if (message !== 'listen' && message !== 'listen no more') return;
  chrome.downloads.onDeterminingFilename.addListener(onName);
  if (message === 'listen no more') chrome.downloads.onDeterminingFilename.removeListener(onName);
});
