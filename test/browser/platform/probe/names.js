/** @typedef {'nothing' | 'later' | { filename: string }} Answer what is said of a name; `later` keeps the browser waiting */

/** @type {Answer} */
let answer = 'nothing';

/** @type {chrome.downloads.DownloadItem[]} */
const asked = [];

/** @type {Parameters<Parameters<typeof chrome.downloads.onDeterminingFilename.addListener>[0]>[1] | null} */
let waiting = null;

/**
 * @param {chrome.downloads.DownloadItem} item
 * @param {(suggestion?: chrome.downloads.FilenameSuggestion) => void} suggest
 */
function onName(item, suggest) {
  asked.push(item);
  if (answer === 'nothing') suggest();
  else if (answer !== 'later') suggest(answer);
  else waiting = suggest;
  return answer === 'later';
}

/** What a test may ask about the names of downloads, of everybody's. */
export const names = {
  /** Listens from now on, and answers so. @param {Answer} said */
  async answerNames(said) {
    answer = said;
    chrome.downloads.onDeterminingFilename.addListener(onName);
    await passTheBrowser();
  },

  async leaveNames() {
    chrome.downloads.onDeterminingFilename.removeListener(onName);
    await passTheBrowser();
  },

  /** The downloads as they were when a name was asked for, each time. */
  async askedNames() {
    return asked;
  },

  /** Says what was kept for later. @param {string} [filename] nothing when not given */
  async answerLate(filename) {
    if (waiting === null) throw new Error('No name was asked for.');
    if (filename === undefined) waiting();
    else waiting({ filename });
    waiting = null;
  },
};

/** Answers when the browser has heard of the listener, so that a download of another process does not overtake it. */
async function passTheBrowser() {
  await chrome.downloads.search({ limit: 1 });
}
