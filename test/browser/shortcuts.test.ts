import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardPage, picture } from './awkward-page.ts';
import { middleOf, opened, openPage } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'none',
  onScreen: true,
  prepare({ origin }) {
    picture(origin);
    pageUrl = awkwardPage(origin);
  },
});

const names = async (): Promise<string[]> => (await here.longhaul.items()).map(item => new URL(item.url).pathname);

test('every shortcut that the manifest suggests is free in this browser, and given to us; the others have none', async () => {
  const page = await here.longhaul.page('chooser.html');
  const commands = await page.evaluate(() => chrome.commands.getAll());
  assert.deepEqual(commands.map(({ name, shortcut }) => `${name} ${shortcut}`).sort(), [
    '_execute_action Alt+Shift+L',
    'choose-links Alt+Shift+K',
    'open-queue ',
    'pause-resume-all Alt+Shift+U',
    'same-as-last ',
    'send-selection Alt+Shift+S',
  ]);
  await page.close();
});

test('Alt+Shift+S sends the links of the selection, and the page as their referrer', async () => {
  const page = await openPage(here.longhaul, here.display, pageUrl);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#selection') ?? document.body));
  here.display.press('alt+shift+s');
  await until(async () => (await here.longhaul.items()).length === 2, 'two items');
  assert.deepEqual(await names(), ['/second.txt', '/third.txt']);
  assert.ok((await here.longhaul.items()).every(item => item.referrer === pageUrl));
});

test('Alt+Shift+S sends the link that has the focus where nothing is selected', async () => {
  const page = await openPage(here.longhaul, here.display, pageUrl);
  await page.focus('#link');
  here.display.press('alt+shift+s');
  await until(async () => (await here.longhaul.items()).length === 3, 'the third item');
  assert.equal((await names()).at(-1), '/awkward/linked.txt');
});

test('Alt+Shift+S with nothing to send says so in the popup that Alt+Shift+L opens', async () => {
  await openPage(here.longhaul, here.display, pageUrl);
  here.display.press('alt+shift+s');
  await until(async () => (await here.longhaul.ask('summary', {})).notice?.kind === 'nothing-found', 'the notice');
  here.display.press('alt+shift+l');
  const popup = await opened(here.longhaul, 'popup.html');
  await popup.waitForFunction(() => document.body.innerText.includes('no links in the selection'));
  assert.equal((await here.longhaul.items()).length, 3);
  here.display.press('Escape');
});

test('Alt+Shift+U pauses everything, and resumes it', async () => {
  const url = here.origin.url('/slow.bin', { size: 900_000, rate: 100_000 });
  const [id] = await here.longhaul.enqueue({ url });
  const status = async (): Promise<string | undefined> =>
    (await here.longhaul.items()).find(item => item.id === id)?.status;
  await until(async () => (await status()) === 'running', 'the item to run');
  await openPage(here.longhaul, here.display, pageUrl);
  here.display.press('alt+shift+u');
  await until(async () => (await status()) === 'paused', 'the item to be paused');
  here.display.press('alt+shift+u');
  await until(async () => (await status()) === 'running', 'the item to run again');
  await here.longhaul.ended();
  assert.equal(await status(), 'done');
  assert.equal(here.origin.requestsFor('/slow.bin').length, 1, 'a pause holds the download, it does not begin it anew');
});

test('Alt+Shift+K opens the chooser with the links of the page, and its button sends the chosen', async () => {
  await openPage(here.longhaul, here.display, pageUrl);
  here.display.press('alt+shift+k');
  const chooser = await opened(here.longhaul, 'chooser.html?tab=');
  await chooser.waitForFunction(() => document.body.innerText.includes('archive.tar.gz'));
  const text = await chooser.evaluate(() => document.body.innerText);
  for (const name of ['linked.txt', 'second.txt', 'third.txt', 'picture.svg', 'film.webm'])
    assert.ok(text.includes(name), name);
  assert.ok(!text.includes('javascript:'), 'what is not of the web is left out');
  const before = (await here.longhaul.items()).length;
  here.display.click(await middleOf(chooser, '.chooser-footer .button-main'));
  await until(async () => (await here.longhaul.items()).length > before, 'the chosen links to be added');
});
