import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none', onScreen: true });

beforeEach(async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
});

/** Each page, what is done in it before the keys are pressed, and what is sent. */
const CASES: readonly [name: string, html: string, prepare: (page: Page) => Promise<void>, found: readonly string[]][] =
  [
    [
      'from within one link to before another',
      '<a href="/a">before</a> <a id="from" href="/b">from here</a> https://a.test/x <p><a href="/c">c</a><a id="to" href="/d">d</a></p>',
      page =>
        page.evaluate(() => {
          const from = document.querySelector('#from')?.firstChild ?? document.body;
          const to = document.querySelector('#to')?.firstChild ?? document.body;
          getSelection()?.setBaseAndExtent(from, 3, to, 0);
        }),
      ['/b', '/x', '/c'],
    ],
    [
      'a part of one text',
      '<p id="text">https://a.test/x https://a.test/y https://a.test/z</p><a href="/after">after</a>',
      page =>
        page.evaluate(() => {
          const text = document.querySelector('#text')?.firstChild ?? document.body;
          getSelection()?.setBaseAndExtent(text, 17, text, 33);
        }),
      ['/y'],
    ],
    [
      'within a shadow root',
      '<div id="host"><template shadowrootmode="open"><p id="all"><a href="/in">in</a></p><a href="/out">out</a></template></div>',
      page =>
        page.evaluate(() => {
          const all = document.querySelector('#host')?.shadowRoot?.querySelector('#all') ?? document.body;
          getSelection()?.setBaseAndExtent(all, 0, all, 1);
        }),
      ['/in'],
    ],
    [
      'shadow roots that are selected with what is around them',
      '<p id="all"><a href="/a">a</a><span><template shadowrootmode="open"><a href="/in">in</a></template></span></p><a href="/out">out</a>',
      page => page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#all') ?? document.body)),
      ['/a', '/in'],
    ],
    [
      'in a text field',
      '<textarea id="field">https://a.test/x https://a.test/y</textarea><a href="/out">out</a>',
      async page => {
        await page.focus('#field');
        await page.evaluate(() => (document.querySelector('#field') as HTMLTextAreaElement).setSelectionRange(16, 99));
      },
      ['/y'],
    ],
    [
      'in a frame',
      '<a href="/out">out</a><iframe srcdoc="<p><a href=/in>in</a></p>"></iframe>',
      async page => {
        await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.links.length === 1);
        await page.evaluate(() => {
          const view = document.querySelector('iframe')?.contentWindow;
          view?.getSelection()?.selectAllChildren(view.document.body);
        });
      },
      ['/in'],
    ],
    [
      'the link in a shadow root that has the focus',
      '<div id="host"><template shadowrootmode="open"><a href="/in">in</a></template></div><a href="/out">out</a>',
      page => page.evaluate(() => document.querySelector('#host')?.shadowRoot?.querySelector('a')?.focus()),
      ['/in'],
    ],
  ];

for (const [name, html, prepare, found] of CASES)
  test(`Alt+Shift+S sends what is selected: ${name}`, async () => {
    const url = here.origin.page(
      '/selection.html',
      `<!doctype html><title>Selection</title><p id="nothing">Nothing</p>${html}`,
    );
    const page = await openPage(here.longhaul, here.display, url);
    await prepare(page);
    here.display.press('alt+shift+s');
    await until(async () => (await here.longhaul.items()).length >= found.length, 'the items');
    const items = await here.longhaul.items();
    assert.deepEqual(
      items.map(item => new URL(item.url).pathname),
      found,
    );
    assert.ok(items.every(item => item.referrer === url));
  });
