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
const chromium = await launchBrowser({
  extension,
  downloads: join(folder, 'downloads'),
  profile: join(folder, 'p'),
  // Thumbnails are never fetched from this machine, so the pictures need hosts with names.
  args: ['--host-resolver-rules=MAP *.example 127.0.0.1'],
});
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
  await startAfresh();
  const view = await chooserOf(await archive());
  await chooserPictures(view, 'chooser');

  await view.type('.filters .pattern:nth-child(2) input', '/survey-19[67/');
  await view.type('.terms-fields .term-box:nth-child(1) input', 'rivers');
  await view.type('.terms-fields .term-box:nth-child(2) input', '*page.domain*/*nam*');
  await view.waitForSelector('.field-problem mark');
  await chooserPictures(view, 'chooser-problems');

  for (const field of await view.$$('.pattern input, .term input')) {
    await field.click({ count: 3 });
    await view.keyboard.press('Backspace');
  }
  await view.click('.layout:last-child');
  await view.click('::-p-text(Images)');
  await view.waitForFunction(() => document.querySelectorAll('.thumbnail').length >= 10);
  await chooserPictures(view, 'chooser-tiles');
}

/** A page of files and pictures, on hosts of the internet. @returns {Promise<string>} its address */
async function archive() {
  const known = onHost('files.rivers.example', origin.url('/archive/river-survey-1961.zip', { size: 10 }));
  await send([{ url: known }]);
  const kinds = ['pdf', 'zip', 'mp3', 'html', 'csv'];
  const files = Array.from({ length: 60 }, (_, n) => {
    const name = `river-survey-${1960 + n}.${kinds[n % kinds.length]}`;
    const host = n % 3 === 2 ? 'cdn.maps.example' : 'files.rivers.example';
    return `<li><a href="${onHost(host, origin.url(`/archive/${name}`, { size: 10 }))}">River survey ${1960 + n}</a>`;
  });
  const pictures = await Promise.all(Array.from({ length: 24 }, (_, n) => landscape(n)));
  const shown = pictures.map((url, n) => `<li><a href="${url}">The river in ${1871 + n}</a>`);
  const router = '<li><a href="http://192.168.1.1/backup.zip">Settings of the router</a>';
  const list = [...files.slice(0, 4), router, ...files.slice(4), ...shown].join('');
  return onHost('www.rivers.example', origin.page('/archive/', `<!doctype html><title>River surveys</title>${list}`));
}

/** A picture of hills under a sky, each a little later in the day. @param {number} n @returns {Promise<string>} */
async function landscape(n) {
  const data = await page.evaluate(hour => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [480, 360];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('There is nothing to draw with.');
    const sky = pen.createLinearGradient(0, 0, 0, 260);
    sky.addColorStop(0, `hsl(${205 + hour * 3} 60% ${72 - hour * 1.6}%)`);
    sky.addColorStop(1, `hsl(${40 - hour} 75% ${82 - hour}%)`);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 480, 360);
    for (const [layer, height] of [180, 220, 270, 315].entries()) {
      pen.fillStyle = `hsl(${160 + layer * 8 + hour * 2} ${22 + layer * 6}% ${52 - layer * 11}%)`;
      pen.beginPath();
      pen.moveTo(0, 360);
      for (let x = 0; x <= 480; x += 8)
        pen.lineTo(x, height + 26 * Math.sin(x / (70 + layer * 17) + hour * (layer + 1)));
      pen.lineTo(480, 360);
      pen.fill();
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, n);
  const url = origin.handle(`/pictures/river-${1871 + n}.jpg`, (_request, response) => {
    response.setHeader('content-type', 'image/jpeg');
    response.end(Buffer.from(data, 'base64'));
  });
  return onHost('www.rivers.example', url);
}

/** @param {string} host @param {string} url */
function onHost(host, url) {
  return url.replace('127.0.0.1', host);
}

/** @param {string} url */
async function chooserOf(url) {
  const tab = await chromium.browser.newPage();
  await tab.goto(url);
  const tabId = await page.evaluate(
    async wanted => (await chrome.tabs.query({})).find(({ url }) => url === wanted)?.id,
    url,
  );
  const view = await chromium.browser.newPage();
  await view.setViewport({ width: 1000, height: 760, deviceScaleFactor: 1 });
  await view.goto(chromium.url(`chooser.html?tab=${tabId}`));
  await view.waitForSelector('.link-mark');
  return view;
}

/** @param {import('puppeteer-core').Page} view @param {string} name */
async function chooserPictures(view, name) {
  for (const scheme of ['light', 'dark']) {
    await view.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await view.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await view.screenshot({ path: join(OUT, `${name}-${scheme}.png`) });
    console.log(`docs/screenshots/${name}-${scheme}.png`);
  }
}
