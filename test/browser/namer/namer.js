/** Names every download after itself, as extensions that sort downloads do; what is called `polite` it leaves alone. */
chrome.downloads.onDeterminingFilename.addListener((item, suggest) => {
  if (item.url.includes('polite')) suggest();
  else suggest({ filename: `namer/${item.filename}` });
});
