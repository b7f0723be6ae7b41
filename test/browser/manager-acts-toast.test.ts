import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { chord, clickLine, line, openManager, press } from './manager-page.ts';
import { lacks, shows } from './popup-page.ts';
import { setting } from './setting.ts';

/** ms for which a toast stays. */
const STAYS = 10_000;

let page: Page;
let urls: string[];
let ids: string[];
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    urls = ['a', 'b', 'c'].map(name => origin.url(`/${name}.bin`, { size: 500 }));
    ids = (await longhaul.ask('enqueue', { links: urls.map(url => ({ url })), paused: true })).ids;
    page = await openManager(longhaul, ids);
    await page.evaluate(watchTimers, STAYS);
  },
});

interface Watched {
  /** Ends of toasts that are on their way. */
  ends?: Map<unknown, () => void>;
  copied?: string;
}

/** Notes the timers of toasts, so that a test neither waits for them nor for that they do not come. */
function watchTimers(stays: number): void {
  const ends = new Map<unknown, () => void>();
  Object.assign(globalThis, { ends });
  const [set, clear] = [globalThis.setTimeout, globalThis.clearTimeout];
  Object.assign(globalThis, {
    setTimeout(act: () => void, ms?: number): unknown {
      const id = set(act, ms);
      if (ms === stays) ends.set(id, act);
      return id;
    },
    clearTimeout(id?: number): void {
      ends.delete(id);
      clear(id);
    },
  });
}

async function timers(): Promise<number> {
  return page.evaluate(() => (globalThis as Watched).ends?.size ?? -1);
}

test('a toast goes by itself, but not while the pointer or the focus is on it', async () => {
  await page.mouse.move(5, 5);
  await clickLine(page, ids[1]);
  await page.keyboard.press('Delete');
  await shows(page, '1 removed from the list');
  await lacks(page, line(ids[1]));
  assert.equal(await timers(), 1);
  await page.hover('.toast');
  assert.equal(await timers(), 0);
  await page.mouse.move(5, 5);
  assert.equal(await timers(), 1);
  await page.focus('.toast button');
  assert.equal(await timers(), 0);
  await page.focus(line(ids[0]));
  assert.equal(await timers(), 1);
  await page.evaluate(() => (globalThis as Watched).ends?.forEach(end => end()));
  await lacks(page, '.toast');
  await chord(page, 'Control', 'z');
  await page.waitForSelector(line(ids[1]));
  assert.deepEqual(
    (await here.longhaul.items()).map(({ id }) => id),
    ids,
    'what the toast offered can still be had by the keys',
  );
});

test('the links of all that is selected are copied, one a line, in the order of the list', async () => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        async writeText(text: string): Promise<void> {
          (globalThis as Watched).copied = text;
        },
      },
    });
  });
  await clickLine(page, ids[2]);
  await clickLine(page, ids[0], 'Control');
  await press(page, 'Copy links', '.bulk-bar');
  await shows(page, '2 links copied');
  assert.equal(await page.evaluate(() => (globalThis as Watched).copied), [urls[0], urls[2]].join('\n'));
});
