import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { cutBySpacing, lostStops, sideways, tooSmall } from './page-faults.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

async function pageOf(body: string): Promise<Page> {
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(here.origin.page('/faults', `<!doctype html><title>Faults</title><body>${body}`));
  await page.setViewport({ width: 320, height: 400 });
  return page;
}

async function faultsOf(look: (page: Page) => Promise<string[]>, body: string): Promise<string[]> {
  const page = await pageOf(body);
  const faults = await look(page);
  await page.close();
  return faults;
}

test('what reaches out of the page is found, and a table is let off', async () => {
  assert.deepEqual(await faultsOf(sideways, '<p>Short'), []);
  assert.match((await faultsOf(sideways, '<p id="wide" style="width: 400px">Wide')).join(), /id="wide"/);
  const part = '<div style="overflow-y: auto"><p id="wide" style="width: 400px">Wide</div>';
  assert.match((await faultsOf(sideways, part)).join(), /id="wide"/);
  assert.deepEqual(await faultsOf(sideways, '<div role="grid" style="width: 400px">Wide</div>'), []);
});

test('a small button beside another is found; alone, in a label or big it is none', async () => {
  const small = '<button style="position: absolute; width: 12px; height: 12px; left: ';
  assert.equal((await faultsOf(tooSmall, `${small}50px">a</button>${small}64px">b</button>`)).length, 2);
  assert.deepEqual(await faultsOf(tooSmall, `${small}50px">a</button>${small}90px">b</button>`), []);
  const label = '<label style="display: block; height: 24px"><input type="checkbox">Words</label>';
  assert.deepEqual(await faultsOf(tooSmall, `${label}${label}`), []);
});

test('text that is cut off when its lines stand apart is found', async () => {
  const box = (height: string): string =>
    `<div style="overflow: hidden; height: ${height}; font-size: 16px">Words</div>`;
  assert.equal((await faultsOf(cutBySpacing, box('18px'))).length, 1);
  assert.deepEqual(await faultsOf(cutBySpacing, box('auto')), []);
});

test('stops of the Tab key that are hidden, bare or out of order are found', async () => {
  assert.deepEqual(await faultsOf(lostStops, '<button>a</button><button>b</button>'), []);
  const cover = '<div style="position: fixed; inset: 0; background: white"></div>';
  assert.match((await faultsOf(lostStops, `<button>a</button>${cover}`)).join(), /is not seen/);
  assert.match((await faultsOf(lostStops, '<button style="outline: none">a</button>')).join(), /nothing shows it/);
  const order = '<button>late</button><button tabindex="1">early</button>';
  assert.match((await faultsOf(lostStops, order)).join(), /late.*before what stands before it/);
});

test('a page that keeps the focus is found', async () => {
  const boxes = Array.from({ length: 160 }, (_, n) => `<button>${n}</button>`).join('');
  assert.match((await faultsOf(lostStops, boxes)).join(), /no way out/);
});
