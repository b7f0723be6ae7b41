/**
 * The manager with a hundred thousand items stored.
 *
 * @import { Browser, Page } from 'puppeteer-core'
 */
import { bounded, median, told } from './figures.mjs';
import { firstPaint } from './first-paint.mjs';
import { killWorker } from './worker.mjs';

const MB = 1_000_000;
const STEPS = 60;
const WORD = 'bench-9999';

/** @param {Browser} browser @param {string} url @param {number} runs */
export async function managerFigures(browser, url, runs) {
  /** @type {number[]} */
  const warm = [];
  /** @type {number[]} */
  const cold = [];
  await firstPaint(browser, url, '[data-line]');
  for (let run = 0; run < runs; run += 1) {
    warm.push(await firstPaint(browser, url, '[data-line]'));
  }
  // Apart: a worker that has just been started reads its queue beside what it is asked.
  for (let run = 0; run < runs; run += 1) {
    await killWorker(browser);
    cold.push(await firstPaint(browser, url, '[data-line]'));
  }
  const inUse = { loaded: 0, steps: [0], keys: [0], sorting: 0, heap: 0 };
  await firstPaint(browser, url, '[data-line]', async page => {
    inUse.loaded = await allRead(page);
    inUse.steps = await scrolled(page, STEPS);
    inUse.keys = await typed(page, WORD);
    inUse.sorting = await sorted(page);
    inUse.heap = await heapOf(page);
  });
  return [
    bounded('the manager, from opening to its first rows, with 100 000 items stored', warm, 150),
    told('the same, with a dead worker', `${median(cold).toFixed(0)} ms`),
    told('the manager has read all of them after', `${(inUse.loaded / 1_000).toFixed(1)} s`),
    bounded('one step of scrolling: script, style and layout', inUse.steps, 16),
    bounded('one keystroke of a search: script, style and layout', inUse.keys, 50),
    told('sorting by name', `${inUse.sorting.toFixed(0)} ms`),
    told("the manager's heap", `${(inUse.heap / MB).toFixed(0)} MB`),
  ];
}

/** Waits until all rows are there; answers the ms since the page's start. @param {Page} page @returns {Promise<number>} */
async function allRead(page) {
  const handle = await page.waitForFunction(
    () => document.querySelector('[role="treegrid"]')?.getAttribute('aria-rowcount') === '100001' && performance.now(),
    { timeout: 120_000 },
  );
  return Number(await handle.jsonValue());
}

/** What the page has to do for each step, until it could be painted. @param {Page} page @param {number} steps */
function scrolled(page, steps) {
  return page.evaluate(async count => {
    const table = document.querySelector('[role="treegrid"]');
    if (table === null) throw new Error('There is no table.');
    const measured = [];
    for (let step = 0; step < count; step += 1) {
      await new Promise(go => requestAnimationFrame(go));
      const began = performance.now();
      table.scrollTop += 1_000;
      table.dispatchEvent(new Event('scroll'));
      // What was set is rendered in a microtask; to ask for a measure has the page laid out.
      await new Promise(go => setTimeout(go));
      table.getBoundingClientRect();
      measured.push(performance.now() - began);
    }
    return measured;
  }, steps);
}

/** @param {Page} page @param {string} word */
function typed(page, word) {
  return page.evaluate(async text => {
    const box = document.querySelector('input[type="search"]');
    if (!(box instanceof HTMLInputElement)) throw new Error('There is no search.');
    const measured = [];
    for (let length = 1; length <= text.length; length += 1) {
      await new Promise(go => requestAnimationFrame(go));
      const began = performance.now();
      box.value = text.slice(0, length);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(go => setTimeout(go));
      document.body.getBoundingClientRect();
      measured.push(performance.now() - began);
    }
    box.value = '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return measured;
  }, word);
}

/** @param {Page} page */
function sorted(page) {
  return page.evaluate(async () => {
    const began = performance.now();
    const button = document.querySelector('[role="columnheader"] button');
    if (button instanceof HTMLElement) button.click();
    await new Promise(go => setTimeout(go));
    document.body.getBoundingClientRect();
    return performance.now() - began;
  });
}

/** @param {Page} page */
async function heapOf(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
