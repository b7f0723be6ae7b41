import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { awkwardPage, picture } from './awkward-page.ts';
import { type Display, middleOf, openDisplay, opened, openPage } from './display.ts';
import { type Longhaul, openLonghaul, until } from './harness.ts';

let origin: Origin;
let display: Display;
let longhaul: Longhaul;
let pageUrl: string;

before(async () => {
  origin = await startOrigin();
  picture(origin);
  pageUrl = awkwardPage(origin);
  display = await openDisplay();
  longhaul = await openLonghaul({ grants: 'none', display: display.name });
});
after(async () => {
  await longhaul.close();
  display.close();
  await origin.close();
});

const names = async (): Promise<string[]> => (await longhaul.items()).map(item => new URL(item.url).pathname);

test('every shortcut that the manifest suggests is free in this browser, and given to us', async () => {
  const page = await longhaul.page('chooser.html');
  const commands = await page.evaluate(() => chrome.commands.getAll());
  assert.deepEqual(commands.map(({ name, shortcut }) => `${name} ${shortcut}`).sort(), [
    '_execute_action Alt+Shift+L',
    'choose-links Alt+Shift+K',
    'pause-resume-all Alt+Shift+U',
    'send-selection Alt+Shift+S',
  ]);
  await page.close();
});

test('Alt+Shift+S sends the links of the selection, and the page as their referrer', async () => {
  const page = await openPage(longhaul, display, pageUrl);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#selection') ?? document.body));
  display.press('alt+shift+s');
  await until(async () => (await longhaul.items()).length === 2, 'two items');
  assert.deepEqual(await names(), ['/second.txt', '/third.txt']);
  assert.ok((await longhaul.items()).every(item => item.referrer === pageUrl));
});

test('Alt+Shift+S sends the link that has the focus where nothing is selected', async () => {
  const page = await openPage(longhaul, display, pageUrl);
  await page.focus('#link');
  display.press('alt+shift+s');
  await until(async () => (await longhaul.items()).length === 3, 'the third item');
  assert.equal((await names()).at(-1), '/awkward/linked.txt');
});

test('Alt+Shift+S with nothing to send says so in the popup that Alt+Shift+L opens', async () => {
  await openPage(longhaul, display, pageUrl);
  display.press('alt+shift+s');
  await until(async () => (await longhaul.ask('summary', {})).notice?.kind === 'nothing-found', 'the notice');
  display.press('alt+shift+l');
  const popup = await opened(longhaul, 'popup.html');
  await popup.waitForFunction(() => document.body.innerText.includes('no links in the selection'));
  assert.equal((await longhaul.items()).length, 3);
  display.press('Escape');
});

test('Alt+Shift+U pauses everything, and resumes it', async () => {
  const url = origin.url('/slow.bin', { size: 900_000, rate: 100_000 });
  const [id] = await longhaul.enqueue({ url });
  const status = async (): Promise<string | undefined> => (await longhaul.items()).find(item => item.id === id)?.status;
  await until(async () => (await status()) === 'running', 'the item to run');
  await openPage(longhaul, display, pageUrl);
  display.press('alt+shift+u');
  await until(async () => (await status()) === 'paused', 'the item to be paused');
  display.press('alt+shift+u');
  await until(async () => (await status()) === 'running', 'the item to run again');
  await longhaul.ended();
  assert.equal(await status(), 'done');
  assert.equal(origin.requestsFor('/slow.bin').length, 1, 'a pause holds the download, it does not begin it anew');
});

test('Alt+Shift+K opens the chooser with the links of the page, and its button sends the chosen', async () => {
  await openPage(longhaul, display, pageUrl);
  display.press('alt+shift+k');
  const chooser = await opened(longhaul, 'chooser.html?tab=');
  await chooser.waitForFunction(() => document.body.innerText.includes('archive.tar.gz'));
  const text = await chooser.evaluate(() => document.body.innerText);
  for (const name of ['linked.txt', 'second.txt', 'third.txt', 'picture.svg', 'film.webm'])
    assert.ok(text.includes(name), name);
  assert.ok(!text.includes('javascript:'), 'what is not of the web is left out');
  const before = (await longhaul.items()).length;
  display.click(await middleOf(chooser, '.chooser-footer .button-main'));
  await until(async () => (await longhaul.items()).length > before, 'the chosen links to be added');
  await longhaul.ended();
});
