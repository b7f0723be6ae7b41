/** Listens to the names of downloads in the first turn of each of its worker's lives, and looks into its store to answer. */
chrome.downloads.onDeterminingFilename.addListener((_item, suggest) => {
  void chrome.storage.local.get().then(() => suggest({ filename: 'woken.txt' }));
  return true;
});
