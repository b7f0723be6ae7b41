import { execFileSync, spawn } from 'node:child_process';
import process from 'node:process';
import type { Page, Target } from 'puppeteer-core';
import { type Longhaul, until } from './harness.ts';

/** A screen of its own on which real keys and clicks arrive as a person's do. */
export interface Display {
  readonly name: string;
  /** Presses keys, each in the notation of xdotool (`alt+shift+l`, `Return`). */
  press(...keys: string[]): void;
  type(text: string): void;
  /** Clicks at a point of the screen. */
  click(point: Point, button?: 'left' | 'right'): void;
  /** Writes what the screen shows, to look at when a test fails. */
  screenshot(path: string): void;
  close(): void;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Starts Xvfb on a display number that it finds free itself. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3];
  if (numbers === null || numbers === undefined) throw new Error('Xvfb has no pipe for its display number.');
  const name = await new Promise<string>((resolve, reject) => {
    numbers.once('data', chunk => resolve(`:${String(chunk).trim()}`));
    server.once('error', reject);
  });
  const env = { ...process.env, DISPLAY: name };
  const xdotool = (...args: string[]): void => void execFileSync('xdotool', args, { env });
  return {
    name,
    press: (...keys) => xdotool('key', '--clearmodifiers', ...keys),
    type: text => xdotool('type', '--delay', '5', text),
    click: ({ x, y }, button = 'left') =>
      xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`, 'click', button === 'left' ? '1' : '3'),
    screenshot: path => void execFileSync('import', ['-window', 'root', path], { env }),
    close: () => void server.kill(),
  };
}

/** The middle of an element, as a point of the screen. */
export async function middleOf(page: Page, selector: string): Promise<Point> {
  await page.waitForSelector(selector, { visible: true });
  return page.evaluate(wanted => {
    const element = document.querySelector(wanted);
    if (element === null) throw new Error(`${wanted} is not on the page.`);
    const box = element.getBoundingClientRect();
    const frameHeight = window.outerHeight - window.innerHeight;
    return {
      x: window.screenX + box.x + box.width / 2,
      y: window.screenY + frameHeight + box.y + box.height / 2,
    };
  }, selector);
}

/** The extension's button in the toolbar, as Chromium 156 lays it out: it is the first of those at the end. */
export async function toolbarButton(page: Page): Promise<Point> {
  return page.evaluate(() => ({ x: window.screenX + window.outerWidth - 149, y: window.screenY + 63 }));
}

/**
 * Right-clicks and presses keys in the menu. It grabs the keyboard as soon as it is up, and tells nobody when; keys
 * that come before would go to the page.
 */
export async function pressInMenu(display: Display, spot: Point, ...keys: readonly string[]): Promise<void> {
  display.click(spot, 'right');
  await new Promise(resolve => setTimeout(resolve, 700));
  display.press(...keys);
}

/** Opens a page in the first tab and clicks into it, so that keys arrive there. */
export async function openPage(longhaul: Longhaul, display: Display, url: string): Promise<Page> {
  // One of ours may stand before it: the order of tabs is nobody's promise.
  const page = (await longhaul.chromium.browser.pages()).find(each => !each.url().startsWith('chrome-extension:'));
  if (page === undefined) throw new Error('Chromium has no tab.');
  await page.bringToFront();
  await page.goto(url);
  const spot = await middleOf(page, '#nothing');
  // A click on its way would undo a selection that a test makes meanwhile.
  // Chromium drops what is pressed before a new page has been painted.
  await page.evaluate(async () => {
    addEventListener('click', () => document.body.setAttribute('data-clicked', ''), { once: true });
    await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  display.click(spot);
  await page.waitForSelector('body[data-clicked]');
  return page;
}

/** The page of the extension that a key or a click has opened. */
export async function opened(longhaul: Longhaul, path: string): Promise<Page> {
  const isIt = (target: Target): boolean => target.url().startsWith(longhaul.chromium.url(path));
  const target = await until(async () => longhaul.chromium.browser.targets().find(isIt) ?? null, `${path} to open`, 20);
  const page = await target.asPage();
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}
