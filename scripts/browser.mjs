/**
 * Starts a real Chromium with the built extension, for tests, screenshots and `npm start`.
 *
 * Puppeteer over a pipe leaves downloads alone: with the folder written into the new profile's preferences, real
 * names land in it. Its `enableExtensions` loads an unpacked extension and knows its id.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-chromium.mjs';
import { killProcessesNaming } from './processes.mjs';

export { findChromium } from './find-chromium.mjs';

/**
 * @typedef {object} Launch
 * @property {string | import('./packed.mjs').Offer} extension folder of the unpacked one, or an offer of a packed one
 * @property {{ before?: string[], after?: string[] }} [others] folders of other unpacked extensions, whose workers are
 *   not called worker.js, installed before this one or after it
 * @property {string} downloads absolute folder into which files are saved
 * @property {string} [profile] kept when given; a new one, removed at `close`, when not
 * @property {string} [executable] the Chromium to start; the machine's own when not given
 * @property {boolean} [headless] default true
 * @property {boolean} [anyCertificate] default true, for test servers; false for a browser that a person uses
 * @property {boolean} [automation] default true: the browser says that it is driven
 * @property {string[]} [args] further switches
 * @property {Record<string, string>} [env] further environment (DISPLAY)
 */

/** @param {Launch} launch */
export async function launchBrowser({
  extension,
  downloads,
  profile,
  executable,
  headless = true,
  anyCertificate = true,
  automation = true,
  args = [],
  env = {},
  others = {},
}) {
  const isPacked = typeof extension !== 'string';
  const executablePath = isPacked ? extension.chromium : (executable ?? findChromium());
  if (executablePath === null) throw new Error('No Chromium was found. Install it: apt-get install chromium');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'longhaul-profile-')));
  await prepareProfile(folder, downloads, isPacked ? extension.id : await unpackedId(extension));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: folder,
    headless,
    pipe: true,
    enableExtensions: isPacked || [...(others.before ?? []), extension, ...(others.after ?? [])],
    defaultViewport: null,
    // Chromium takes no offered extension under `--disable-default-apps`.
    ignoreDefaultArgs: [
      ...(automation ? [] : ['--enable-automation']),
      ...(isPacked ? ['--disable-default-apps'] : []),
    ],
    acceptInsecureCerts: anyCertificate,
    // Puppeteer would close the browser and let us live on; without it we die of the signal, and the browser of its
    // broken pipe.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 120_000,
    env: { ...process.env, ...env },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-US',
      ...args,
    ],
  });
  const extensionId = await extensionIdOf(browser).catch(async error => {
    await browser.close();
    throw new Error("The extension's worker did not start: is the extension broken?", { cause: error });
  });
  return {
    browser,
    extensionId,
    profile: folder,
    /** @param {string} path */
    url: path => `chrome-extension://${extensionId}/${path}`,
    /** Closes the browser as a user would, and removes a profile that was made here. */
    async close() {
      await browser.close();
      if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    /** SIGKILL to the whole browser: a crash. The profile stays. */
    async kill() {
      const child = browser.process();
      if (child === null || child.pid === undefined) return;
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      killProcessesNaming(folder);
    },
  };
}

/** @param {import('puppeteer-core').Browser} browser */
async function extensionIdOf(browser) {
  const worker = await browser.waitForTarget(
    target => target.type() === 'service_worker' && target.url().endsWith('/worker.js'),
    { timeout: 60_000 },
  );
  return new URL(worker.url()).host;
}

/**
 * The id of an unpacked extension: Chromium derives it from its folder.
 *
 * @param {string} folder
 */
async function unpackedId(folder) {
  const digest = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex');
  return digest.slice(0, 32).replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * The button of the extension is pinned, so that it is seen and can be clicked.
 *
 * @param {string} profile
 * @param {string} downloads
 * @param {string} id of the extension
 */
async function prepareProfile(profile, downloads, id) {
  await mkdir(downloads, { recursive: true });
  await mkdir(join(profile, 'Default'), { recursive: true });
  const path = join(profile, 'Default', 'Preferences');
  const kept = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => ({}));
  if (kept.download?.default_directory === downloads) return;
  const preferences = {
    ...kept,
    download: { ...kept.download, default_directory: downloads, prompt_for_download: false },
    savefile: { ...kept.savefile, default_directory: downloads },
    browser: { ...kept.browser, has_seen_welcome_page: true },
    extensions: { ...kept.extensions, pinned_extensions: [id] },
  };
  await writeFile(path, JSON.stringify(preferences));
}
