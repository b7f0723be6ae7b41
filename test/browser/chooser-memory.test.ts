import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebWorker } from 'puppeteer-core';
import { fill, NAMED_HOSTS, onHost, openChooser, openTab, press, showsLinks } from './chooser-page.ts';
import { opened } from './display.ts';
import { until } from './harness.ts';
import { shows } from './popup-page.ts';
import { setting } from './setting.ts';

let first: string;
let second: string;
let foreign: string;
const here = setting({
  grants: 'all',
  args: NAMED_HOSTS,
  prepare({ origin }) {
    const file = (name: string): string => `<a href="${origin.url(`/${name}`, { size: 10 })}">${name}</a>`;
    // Addresses of this machine are private to the page: these lie on its own host.
    const page = (path: string, ...names: string[]): string =>
      origin.page(path, `<!doctype html><title>T</title>${onHosts(names.map(file).join(' '))}`);
    const onHosts = (html: string): string => html.replaceAll('127.0.0.1', 'files.one.example');
    first = onHost('www.one.example', page('/first', 'a.pdf', 'b.zip', 'c.html'));
    second = onHost('new.one.example', page('/second', 'd.pdf', 'e.zip', 'f.html', 'g.pdf'));
    foreign = onHost('www.two.example', page('/foreign', 'h.pdf'));
  },
});

const names = async (): Promise<string[]> => (await here.longhaul.items()).map(({ url }) => new URL(url).pathname);

/** Does what a press of the command's key would do: it has none until the user gives it one. */
async function command(tabUrl: string): Promise<void> {
  const { browser } = here.longhaul.chromium;
  const target = await browser.waitForTarget(
    each => each.type() === 'service_worker' && each.url().endsWith('worker.js'),
  );
  const worker = (await target.worker()) as WebWorker;
  const id = await openTab(here.longhaul, tabUrl);
  await worker.evaluate(async tabId => {
    const tab = await chrome.tabs.get(tabId);
    const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
    event.dispatch('same-as-last', tab);
  }, id);
}

test('without a last choice on the site the command opens the chooser', async () => {
  await command(first);
  const chooser = await opened(here.longhaul, 'chooser.html?tab=');
  await chooser.waitForSelector('.link-row');
  await chooser.close();
  assert.deepEqual(await names(), []);
});

test('the chooser begins with what was chosen last on the site, and forgets it when told to', async () => {
  const chooser = await openChooser(here.longhaul, first);
  await press(chooser, 'Documents');
  await fill(chooser, 'Not', 'b*');
  await fill(chooser, 'Folder', 'papers');
  await press(chooser, 'Start paused');
  await press(chooser, 'Send 1');
  await chooser.waitForSelector('.result');
  await chooser.close();
  assert.deepEqual(await names(), ['/a.pdf']);

  const again = await openChooser(here.longhaul, second);
  await shows(again, 'Begins with your last choice on one.example.');
  await showsLinks(again, '+ d.pdf', '+ g.pdf');
  assert.equal(await again.$eval('.term input', field => field.value), 'papers');
  await again.close();

  const elsewhere = await openChooser(here.longhaul, foreign);
  assert.equal(await elsewhere.$('.recalled'), null);
  await elsewhere.close();
});

test('the command sends the same as last time, and tells what came of it', async () => {
  await command(second);
  await until(async () => (await names()).length === 3, 'the two documents of the second page', 20);
  assert.deepEqual(await names(), ['/a.pdf', '/d.pdf', '/g.pdf']);
  assert.ok((await here.longhaul.items()).every(({ status }) => status === 'paused'));
  const notice = await until(async () => (await here.longhaul.ask('summary', {})).notice, 'the notice', 10);
  assert.equal(notice.kind, 'sent');
  assert.match(notice.text, /^2 links were added/);
});

test('forgotten, the choice does not come back', async () => {
  const chooser = await openChooser(here.longhaul, second);
  await press(chooser, 'Forget it');
  await showsLinks(chooser, '- d.pdf', '+ e.zip', '- f.html', '- g.pdf');
  await chooser.waitForFunction(() => document.querySelector('.recalled') === null);
  await until(
    async () =>
      chooser.evaluate(async () => JSON.stringify((await chrome.storage.local.get('choices'))['choices']) === '[]'),
    'the choice to be gone',
    10,
  );
  await chooser.close();
});

test('pages that were chosen too are chosen again, but only those that fit the filter', async () => {
  const chooser = await openChooser(here.longhaul, second);
  await fill(chooser, 'Only', '*.html');
  await showsLinks(chooser, '- f.html');
  await chooser.click('.choices .button');
  await press(chooser, 'Send 1');
  await chooser.waitForSelector('.result');
  await chooser.close();

  const again = await openChooser(here.longhaul, first);
  await showsLinks(again, '+ c.html');
  await press(again, 'Forget it');
  await showsLinks(again, '- a.pdf', '+ b.zip', '- c.html');
  await again.close();
});

test('an earlier choice that fits nothing on a page hides nothing on it', async () => {
  const chooser = await openChooser(here.longhaul, first);
  await fill(chooser, 'Only', 'b.zip');
  await press(chooser, 'Send 1');
  await chooser.waitForSelector('.result');
  await chooser.close();

  const again = await openChooser(here.longhaul, second);
  await shows(again, 'Nothing here fits your last choice on one.example, so all links are shown.', '4 links');
  await again.close();
});
