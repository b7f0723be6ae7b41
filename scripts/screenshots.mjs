/**
 * Takes the pictures of docs/screenshots with the built extension in a real Chromium: nothing in them is staged but the
 * files, which the test origin serves.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSetUp } from './setup.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(ROOT, 'docs', 'screenshots');

await ensureSetUp({ packages: true, browser: true });
const { build, grantedCopy } = await import('./build.mjs');
const { launchBrowser } = await import('./browser.mjs');
const { register } = await import('tsx/esm/api');
register();
const { startOrigin } = await import('../test/origin/origin.ts');

const folder = mkdtempSync(join(tmpdir(), 'longhaul-profile-'));
const origin = await startOrigin();
const extension = await grantedCopy(await build(), join(folder, 'granted'));
const chromium = await launchBrowser({ extension, downloads: join(folder, 'downloads'), profile: join(folder, 'p') });
await mkdir(OUT, { recursive: true });

const page = await chromium.browser.newPage();
await page.goto(chromium.url('popup.html'));
// All files are of one site here, and are to run at once all the same.
await ask('settings', { set: { hostLimit: 4 } });

await pictures('popup-empty');

await send([{ url: origin.url('/releases/atlas-of-rivers-2026.iso', { size: 90_000_000, rate: 6_000_000 }) }]);
// A Background Fetch stands still while the browser downloads, so the picture's first one gets a head start.
await shows('[1-9]\\d[\\d.]* of 90');
await send([
  { url: origin.url('/lectures/03-tides-and-currents.mp4', { size: 700_000, rate: 60_000 }) },
  { url: origin.url('/scans/Logbuch 1871, Band 2.pdf', { size: 900_000, rate: 50_000 }) },
  { url: origin.url('/podcast/episode-128.mp3', { size: 800_000, rate: 60_000 }) },
  { url: origin.url('/podcast/episode-129.mp3', { size: 800_000, rate: 60_000 }) },
]);
await shows('[2-9]\\d\\d of 700 kB');
await pictures('popup-running');

await startAfresh();
const lectures = { group: 'Tides and currents: the winter lectures' };
await send([
  { url: origin.url('/lectures/01-the-moon.mp4', { size: 40_000 }), ...lectures },
  { url: origin.url('/lectures/02-the-sun.mp4', { size: 40_000 }), ...lectures },
  { url: origin.url('/lectures/03-spring-and-neap.mp4', { size: 900_000, rate: 60_000 }), ...lectures },
  { url: origin.url('/lectures/04-the-gulf-stream.mp4', { size: 900_000, rate: 50_000 }), ...lectures },
  { url: origin.url('/lectures/05-the-slack.mp4', { size: 900_000, rate: 50_000 }), ...lectures },
]);
await shows('2 of 5 files');
await page.click('.fold-button');
await page.mouse.move(0, 0);
await shows('[2-9]\\d\\d of 900 kB');
await pictures('popup-group');

await startAfresh();
await send([
  { url: origin.url('/archive/station-data-1998.tar.gz', { status: 404 }) },
  { url: origin.url('/archive/readme.txt', { size: 2_300 }) },
]);
await shows('does not have this file');
await pictures('popup-failed');

await chooser();
await chromium.close();
await origin.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** @param {string} name @param {object} what */
async function ask(name, what) {
  await page.evaluate(message => chrome.runtime.sendMessage(message), { to: 'worker', name, ask: what });
}

/** @param {{ url: string, group?: string }[]} links */
async function send(links) {
  await ask('enqueue', { links });
}

/** Empties the list, and waves away the offer to undo that. */
async function startAfresh() {
  await ask('control', { ids: 'all', action: 'remove' });
  await page.waitForSelector('.undo-bar');
  await page.click('.undo-bar .icon-button');
  await page.mouse.move(0, 0);
}

/** Waits until the page's text matches. @param {string} pattern */
async function shows(pattern) {
  await page.waitForFunction(wanted => new RegExp(wanted).test(document.body.innerText), { timeout: 60_000 }, pattern);
}

/** One picture in light and one in dark, as high as the page. @param {string} name */
async function pictures(name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
    const height = await page.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    await page.setViewport({ width: 400, height: Math.min(height, 600), deviceScaleFactor: 2 });
    await settled();
    await page.screenshot({ path: join(OUT, `${name}-${scheme}.png`) });
    console.log(`docs/screenshots/${name}-${scheme}.png`);
  }
}

/** Waits until every colour has arrived; what moves for ever does not count. */
async function settled() {
  await page.evaluate(() => {
    const passing = document.getAnimations().filter(each => each.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

async function chooser() {
  const kinds = ['pdf', 'zip', 'jpg', 'mp3', 'html', 'csv'];
  const links = Array.from({ length: 60 }, (_, n) => {
    const kind = kinds[n % kinds.length];
    return `<li><a href="/archive/river-survey-${1960 + n}.${kind}?size=10">River survey ${1960 + n}</a>`;
  });
  const tab = await chromium.browser.newPage();
  await tab.goto(origin.page('/archive/', `<!doctype html><title>River surveys</title><ul>${links.join('')}</ul>`));
  const tabId = await page.evaluate(async () => (await chrome.tabs.query({ url: '*://127.0.0.1/archive/' }))[0]?.id);
  const view = await chromium.browser.newPage();
  await view.setViewport({ width: 1000, height: 700, deviceScaleFactor: 1 });
  await view.goto(chromium.url(`chooser.html?tab=${tabId}`));
  await view.waitForFunction(() => document.body.innerText.includes('river-survey'));
  for (const scheme of ['light', 'dark']) {
    await view.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await view.screenshot({ path: join(OUT, `chooser-${scheme}.png`) });
    console.log(`docs/screenshots/chooser-${scheme}.png`);
  }
}
