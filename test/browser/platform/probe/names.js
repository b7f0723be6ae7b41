/**
 * What is said of a name. `later` keeps the browser waiting; `aside` answers nothing, but takes the listener away and
 * puts it back.
 *
 * @typedef {'nothing' | 'later' | 'aside' | { filename: string }} Answer
 */

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
  if (typeof answer === 'object') suggest(answer);
  if (answer === 'nothing') suggest();
  if (answer === 'later') waiting = suggest;
  if (answer === 'aside') stepAside();
  return answer === 'later' || answer === 'aside';
}

function stepAside() {
  chrome.downloads.onDeterminingFilename.removeListener(onName);
  chrome.downloads.onDeterminingFilename.addListener(onName);
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
