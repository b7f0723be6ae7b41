/**
 * Takes the pictures of docs/screenshots with the built extension in a real Chromium: every screen of screens.mjs, in
 * each of its looks. Words as arguments take only those whose name holds one of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureSetUp } from './setup.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(ROOT, 'docs', 'screenshots');
const MANY = 100_000;

await ensureSetUp({ packages: true, browser: true });
const { build, grantedCopy } = await import('./build.mjs');
const { launchBrowser } = await import('./browser.mjs');
const { register } = await import('tsx/esm/api');
register();
const { startOrigin } = await import('../test/origin/origin.ts');
const { byStory, openScreen, SCREENS } = await import('./screens/screens.mjs');
const { lookAt } = await import('./screens/looks.mjs');
const { smallPng } = await import('./screens/small-png.mjs');
const { screenArgs, setStage } = await import('./screens/stage.mjs');
const { STORIES } = await import('./screens/stories.mjs');

const words = process.argv.slice(2);
const wanted = SCREENS.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));
const folder = mkdtempSync(join(tmpdir(), 'longhaul-profile-'));
const origin = await startOrigin();
const bare = await build({ out: join(folder, 'dist') });
const granted = await grantedCopy(bare, join(folder, 'granted'));
await mkdir(OUT, { recursive: true });
try {
  for (const [story, screens] of byStory(wanted)) await picture(story, screens).catch(tell(story));
} finally {
  await origin.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {keyof typeof STORIES} story @param {typeof SCREENS} screens */
async function picture(story, screens) {
  const { grants, play } = STORIES[story];
  const chromium = await launchBrowser({
    extension: grants === 'all' ? granted : bare,
    downloads: join(folder, `downloads-${story}`),
    args: screenArgs(origin),
  });
  try {
    const stage = await setStage(chromium, origin, MANY);
    await play(stage);
    for (const screen of screens) {
      await take(stage, screen).catch(tell(screen.name));
    }
  } finally {
    await chromium.close();
  }
}

/** @param {Awaited<ReturnType<typeof setStage>>} stage @param {(typeof SCREENS)[number]} screen */
async function take(stage, screen) {
  const view = await openScreen(stage, screen);
  for (const look of /** @type {const} */ (['light', 'dark', ...(screen.looks ?? [])])) {
    await lookAt(view, look, screen.form);
    await writeFile(
      join(OUT, `${screen.name}-${look}.png`),
      smallPng(await view.screenshot({ clip: await extent(view), captureBeyondViewport: false })),
    );
    console.log(`docs/screenshots/${screen.name}-${look}.png`);
  }
  await view.close();
}

/** What is there to be seen: a popup is as high as its content, and so are pages that do not fill the window. */
async function extent(/** @type {import('puppeteer-core').Page} */ view) {
  return view.evaluate(() => {
    const height = Math.min(innerHeight, Math.ceil(document.body.getBoundingClientRect().bottom));
    return { x: 0, y: 0, width: innerWidth, height: Math.max(height, 120) };
  });
}

/** What cannot be taken is told of; the others are taken all the same. @param {string} name */
function tell(name) {
  /** @param {unknown} error */
  return error => {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  };
}
