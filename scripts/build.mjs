/**
 * Builds the loadable extension into `dist/` (or a folder given as the first argument).
 * `--dev` adds source maps; without it the output is minified and the same for the same source.
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyLocales } from './build/locales.mjs';
import { joinStyles } from './build/styles.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Pages and the worker share chunks. One file alone is a content script, what runs before a page is painted, and the
 * popup, which is also the side panel: each chunk more is a question to the browser, and all together were 40 ms of the
 * time to its list.
 */
export const MODULES = {
  worker: 'src/worker/main.ts',
  offscreen: 'src/offscreen/main.ts',
  chooser: 'popup/chooser.tsx',
  options: 'popup/options.tsx',
  tabs: 'popup/tabs.tsx',
  manager: 'popup/manager.tsx',
};
export const STANDALONE = {
  content: 'src/content/main.ts',
  bypass: 'src/content/bypass.ts',
  'alt-click': 'src/content/alt-click.ts',
  'first-look': 'popup/first-look.ts',
  popup: 'popup/popup.tsx',
};
export const COPIED = {
  'manifest.json': 'manifest.json',
  'icons/16.png': 'icons/16.png',
  'icons/24.png': 'icons/24.png',
  'icons/32.png': 'icons/32.png',
  'icons/48.png': 'icons/48.png',
  'icons/128.png': 'icons/128.png',
  'src/offscreen/offscreen.html': 'offscreen.html',
  'popup/popup.html': 'popup.html',
  'popup/sidepanel.html': 'sidepanel.html',
  'popup/chooser.html': 'chooser.html',
  'popup/options.html': 'options.html',
  'popup/tabs.html': 'tabs.html',
  'popup/manager.html': 'manager.html',
  LICENSE: 'LICENSE',
};

/** @param {{ out?: string, dev?: boolean }} [options] @returns {Promise<string>} the folder that Chromium can load */
export async function build({ out = join(ROOT, 'dist'), dev = false } = {}) {
  const esbuild = await import('esbuild');
  const making = `${out}-${process.pid}`;
  await rm(making, { recursive: true, force: true });
  const shared = {
    absWorkingDir: ROOT,
    outdir: making,
    bundle: true,
    target: 'chrome120',
    minify: !dev,
    sourcemap: dev,
    metafile: true,
    legalComments: /** @type {const} */ ('none'),
    jsx: /** @type {const} */ ('automatic'),
    jsxImportSource: 'preact',
    logLevel: /** @type {const} */ ('warning'),
  };
  const results = await Promise.all([
    esbuild.build({ ...shared, entryPoints: MODULES, format: 'esm', splitting: true, chunkNames: 'chunks/[hash]' }),
    esbuild.build({ ...shared, entryPoints: STANDALONE, format: 'iife' }),
  ]);
  for (const [from, to] of Object.entries(COPIED)) {
    await mkdir(dirname(join(making, to)), { recursive: true });
    await cp(join(ROOT, from), join(making, to), { recursive: true });
  }
  await copyLocales(join(ROOT, '_locales'), join(making, '_locales'));
  const pages = Object.values(COPIED).filter(to => to.endsWith('.html') && to !== 'offscreen.html');
  await joinStyles(ROOT, making, pages, async css => {
    const { code } = await esbuild.transform(css, { loader: 'css', minify: !dev });
    return code;
  });
  if (dev) await writeFile(join(making, 'metafile.json'), JSON.stringify(results.map(result => result.metafile)));
  await replace(out, making);
  return out;
}

/**
 * At one stroke: a browser that has loaded the extension from there reads its files again and again.
 *
 * @param {string} out @param {string} making
 */
async function replace(out, making) {
  const old = `${making}-old`;
  await rename(out, old).catch(() => undefined);
  await rename(making, out);
  await rm(old, { recursive: true, force: true });
}

/**
 * Copies a built extension and grants it hosts and the optional permissions at load, as a user's clicks on "Allow"
 * would: the prompt itself cannot be pressed by a driver.
 * @param {string} dist @param {string} out @param {string[]} hosts match patterns
 */
export async function grantedCopy(dist, out, hosts = ['https://*/*', 'http://*/*']) {
  await cp(dist, out, { recursive: true });
  const path = join(out, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const permissions = [...manifest.permissions, ...manifest.optional_permissions];
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: hosts, permissions }, null, 2));
  return out;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ensureSetUp } = await import('./setup.mjs');
  await ensureSetUp({ packages: true });
  try {
    const words = process.argv.slice(2);
    const folder = words.find(word => !word.startsWith('-'));
    const out = await build({
      dev: words.includes('--dev'),
      ...(folder === undefined ? {} : { out: resolve(folder) }),
    });
    console.log(`Built ${out}`);
  } catch (error) {
    // esbuild has told its own errors already.
    if (!(error instanceof Error && 'errors' in error)) console.error(error);
    process.exitCode = 1;
  }
}
