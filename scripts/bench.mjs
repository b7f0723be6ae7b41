/**
 * Measures what the product promises, each beside what it is compared with, in one run, and says where a figure is
 * missed. Words as arguments run only the figures whose name holds one of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureSetUp } from './setup.mjs';

await ensureSetUp({ packages: true, browser: true });
const { build, grantedCopy } = await import('./build.mjs');
const { launchBrowser } = await import('./browser.mjs');
const { bounded, compared, counted, median, printFigures, told } = await import('./bench/figures.mjs');
const { watchMemory } = await import('./bench/memory.mjs');
const { collecting, plainDownloads, throughQueue, timeOf } = await import('./bench/in-page.mjs');
const { managerFigures } = await import('./bench/manager.mjs');
const { popupFigures } = await import('./bench/popup.mjs');
const { heapAtRest, killWorker, watchHeap, workerGone } = await import('./bench/worker.mjs');
const { register } = await import('tsx/esm/api');
register();
const { startOrigin } = await import('../test/origin/origin.ts');

const RUNS = 5;
/** A first paint takes a tenth of a second, of which the machine's noise is a good part. */
const PAINTS = 15;
const MB = 1_000_000;
const IDLE_MINUTES = 5;
const folder = mkdtempSync(join(tmpdir(), 'longhaul-profile-'));
const origin = await startOrigin();
const bare = await build({ out: join(folder, 'dist') });
const granted = await grantedCopy(bare, join(folder, 'granted'));
let serial = 0;

const FIGURES = {
  'small files': smallFiles,
  'big file': bigFile,
  memory,
  killed,
  'long list': longList,
  'popup and manager': pages,
  'page links': pageLinks,
  idle,
};

const wanted = process.argv.slice(2);
const figures = [];
for (const [name, measure] of Object.entries(FIGURES)) {
  if (wanted.length > 0 && !wanted.some(word => name.includes(word))) continue;
  console.error(`Measuring: ${name}`);
  figures.push(...(await measure()));
}
printFigures(figures);
await origin.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Runs `work` in a fresh browser, on a page of the extension.
 *
 * @template T
 * @param {string} extension
 * @param {(page: import('puppeteer-core').Page, browser: Awaited<ReturnType<typeof launchBrowser>>) => Promise<T>} work
 */
async function inBrowser(extension, work) {
  const downloads = join(folder, `downloads-${(serial += 1)}`);
  const browser = await launchBrowser({ extension, downloads });
  try {
    const page = await browser.browser.newPage();
    await page.goto(browser.url('chooser.html'));
    return await work(page, browser);
  } finally {
    await browser.close();
    rmSync(downloads, { recursive: true, force: true });
  }
}

/**
 * Names ending in .txt: other types wait for the browser's own file check, which has nothing to do with us.
 *
 * @param {number} count @param {number} size @param {import('../test/origin/origin.ts').Switches} [switches]
 */
function urls(count, size, switches = {}) {
  return Array.from({ length: count }, () => origin.url(`/bench-${(serial += 1)}.txt`, { size, ...switches }));
}

async function smallFiles() {
  const pairs = await inBrowser(bare, async page => {
    await timeOf(page, 'settings', { set: { limit: 4, hostLimit: 4 } });
    await throughQueue(page, urls(8, 1_000));
    const measured = [];
    for (let run = 0; run < RUNS; run += 1) {
      const theirs = await plainDownloads(page, urls(200, 1_000), 4);
      measured.push({ ours: await throughQueue(page, urls(200, 1_000)), theirs });
    }
    return measured;
  });
  return [compared('200 files of 1 kB, 4 at a time, against chrome.downloads', pairs, 1.1)];
}

async function bigFile() {
  const speeds = [
    { words: '1 GB at 100 MB/s', switches: { totalRate: 100 * MB }, most: 1.4 },
    { words: '1 GB, unlimited', switches: {}, most: null },
  ];
  return inBrowser(granted, async page => {
    // The first Background Fetch of a browser takes seconds to begin.
    await throughQueue(page, urls(1, 2 * MB));
    const figures = [];
    for (const { words, switches, most } of speeds) {
      const pairs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const theirs = await plainDownloads(page, urls(1, 1_000 * MB, switches), 1);
        pairs.push({ ours: await throughQueue(page, urls(1, 1_000 * MB, switches)), theirs });
      }
      figures.push(compared(`${words}, Background Fetch to the file, against chrome.downloads`, pairs, most));
    }
    return figures;
  });
}

/** The most that all processes of a browser have while it fetches one file, small or big. */
async function memory() {
  const peaks = [];
  for (const size of [100 * MB, 1_000 * MB]) {
    const peak = await inBrowser(granted, async (page, { profile }) => {
      await throughQueue(page, urls(1, 2 * MB));
      const watched = watchMemory(profile);
      await throughQueue(page, urls(1, size, { totalRate: 100 * MB }));
      return watched.stop();
    });
    peaks.push(peak);
  }
  return [
    told('memory of all the browser’s processes at most, 100 MB and 1 GB fetched', peaks.map(megabytes).join(', ')),
  ];
}

/** What a browser that is killed at 70 % of a file fetches again, as a share of the file. */
async function killed() {
  const size = 256 * MB;
  const shares = [];
  for (let run = 0; run < RUNS; run += 1) {
    const profile = join(folder, `profile-${(serial += 1)}`);
    const downloads = join(folder, `downloads-${serial}`);
    const [url = ''] = urls(1, size, { rate: 16 * MB });
    origin.forget();
    const first = await launchBrowser({ extension: granted, downloads, profile });
    const page = await ownPage(first);
    await timeOf(page, 'enqueue', { links: [{ url }] });
    await waitFor(page, item => item.bytes > 0.7 * size);
    await first.kill();
    const second = await launchBrowser({ extension: granted, downloads, profile });
    await waitFor(await ownPage(second), item => item.status === 'done');
    await second.close();
    const sent = origin.requests.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
    shares.push(100 * (sent / size - 1));
  }
  const share = Math.round(median(shares));
  return [
    counted(
      `% of a file of 256 MB fetched again after a kill at 70 % (${shares.map(Math.round).join(', ')})`,
      share,
      25,
    ),
  ];
}

/** A page of the extension, which stays open: each that is opened holds up every Background Fetch (Chromium 156). */
async function ownPage(/** @type {Awaited<ReturnType<typeof launchBrowser>>} */ { browser, url }) {
  const page = await browser.newPage();
  await page.goto(url('chooser.html'));
  return page;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {(item: { bytes: number, status: string }) => boolean} isSo
 */
async function waitFor(page, isSo) {
  for (;;) {
    const { answer } = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'worker', name: 'list', ask: {} }));
    if (answer.items.every(isSo)) return;
    if (answer.items.some((/** @type {{ status: string }} */ { status }) => status === 'failed'))
      throw new Error('A download failed.');
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function longList() {
  return inBrowser(bare, async (page, { browser }) => {
    const links = urls(100_000, 1_000).map(url => ({ url }));
    const empty = await heapAtRest(browser);
    const heap = await watchHeap(browser);
    const enqueue = await timeOf(page, 'enqueue', { links, paused: true });
    const peak = await heap.stop();
    const windows = [];
    const searches = [];
    const wakes = [];
    for (let run = 0; run < RUNS; run += 1) {
      windows.push(await timeOf(page, 'list', { offset: 50_000, limit: 50 }));
      searches.push(await timeOf(page, 'list', { search: 'bench-9999', limit: 50 }));
      await killWorker(browser);
      wakes.push(await timeOf(page, 'summary', {}));
    }
    return [
      bounded('enqueue 100 000 links', [enqueue], 5_000),
      told("the worker's heap meanwhile, at most", megabytes(peak)),
      told(
        "the worker's heap at rest, with 0 and with 100 000 stored",
        [empty, await heapAtRest(browser)].map(megabytes).join(', '),
      ),
      bounded('list: 50 of 100 000, from the middle', windows, 50),
      bounded('list: a search among 100 000', searches, 50),
      bounded("a dead worker's answer with 100 000 items stored", wakes, 100),
    ];
  });
}

/** The pages with a long queue stored. */
async function pages() {
  return inBrowser(bare, async (page, { url, browser }) => {
    await timeOf(page, 'enqueue', { links: urls(100_000, 1_000).map(url => ({ url })), paused: true });
    return [
      ...(await popupFigures(browser, url('popup.html'), PAINTS)),
      ...(await managerFigures(browser, url('manager.html'), PAINTS)),
    ];
  });
}

async function pageLinks() {
  const links = Array.from({ length: 10_000 }, (_, n) => `<li><a href="/files/${n}.zip">File <b>${n}</b></a> of many`);
  const url = origin.page('/many.html', `<!doctype html><title>Many</title><ul>${links.join('')}</ul>`);
  return inBrowser(granted, async page => [
    bounded('10 000 links of a page, read by the content script', await collecting(page, url, RUNS), 200),
  ]);
}

/** A queue with items that wait for the user, a history, and nothing to do. */
async function idle() {
  return inBrowser(bare, async (page, { browser }) => {
    await throughQueue(page, urls(3, 1_000));
    await timeOf(page, 'enqueue', { links: urls(100, 1_000).map(url => ({ url })), paused: true });
    await workerGone(browser);
    let births = 0;
    browser.on('targetcreated', target => {
      if (target.type() === 'service_worker') births += 1;
    });
    await new Promise(resolve => setTimeout(resolve, IDLE_MINUTES * 60_000));
    const alarms = await page.evaluate(async () => (await chrome.alarms.getAll()).length);
    return [counted(`births of the worker in ${IDLE_MINUTES} idle minutes, alarms set`, births + alarms, 0)];
  });
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / MB).toFixed(1)} MB`;
}
