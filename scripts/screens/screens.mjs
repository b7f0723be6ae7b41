/**
 * Every page in every state that a person may meet, once. `npm run screenshots` takes pictures of them,
 * test/browser/screens.test.ts looks for what keeps people out. A new one is one line here.
 *
 * @import { Page } from 'puppeteer-core'
 * @import { LookName } from './looks.mjs'
 * @import { Stage } from './stage.mjs'
 * @import { StoryName } from './stories.mjs'
 *
 * @typedef {object} Screen
 * @property {string} name of the picture, which never changes
 * @property {StoryName} story
 * @property {string | ((stage: Stage) => Promise<string>)} path of the page
 * @property {'popup' | 'page'} form of the window
 * @property {string} shows a pattern of what is read on it when it is ready
 * @property {(view: Page, stage: Stage) => Promise<unknown>} [then] what the user does before the look
 * @property {readonly LookName[]} [looks] beside light and dark
 */
import { openArchive } from './archive.mjs';
import { onHost, shows } from './stage.mjs';

/** @type {readonly LookName[]} */
const EVERY = ['narrow', 'zoomed', 'mirrored', 'forced'];

/** @type {(name: string, story: StoryName, shows: string, more?: Partial<Screen>) => Screen} */
const popup = (name, story, pattern, more) => ({
  name: `popup-${name}`,
  story,
  path: 'popup.html',
  form: 'popup',
  shows: pattern,
  ...more,
});
/** @type {(name: string, story: StoryName, path: Screen['path'], shows: string, more?: Partial<Screen>) => Screen} */
const page = (name, story, path, pattern, more) => ({ name, story, path, form: 'page', shows: pattern, ...more });
/** @type {(name: string, more?: Partial<Screen>) => Screen} */
const chooser = (name, more) => page(name, 'granted', ofArchive, 'River survey', more);

/** @type {readonly Screen[]} */
export const SCREENS = [
  popup('empty', 'empty', 'Nothing to download', { looks: EVERY }),
  popup('batch', 'empty', 'Nothing to download', { then: typeBatch }),
  popup('refused', 'empty', 'Nothing to download', { then: typeRefused }),
  popup('running', 'running', 'left', { looks: EVERY }),
  popup('menu', 'running', 'left', { then: openMenu, looks: ['mirrored', 'forced'] }),
  popup('held', 'held', 'paused', { looks: ['forced'] }),
  popup('group', 'group', '2 of 5 files', { then: openGroup, looks: ['mirrored'] }),
  popup('failed', 'ended', 'does not have this file', { looks: EVERY }),
  popup('delete', 'ended', 'does not have this file', { then: askToDelete }),
  popup('removed', 'removed', 'Undo', { looks: ['forced'] }),
  popup('clash', 'clash', 'is there already', { looks: ['narrow', 'mirrored'] }),
  popup('offer', 'ungranted', 'Not for this site'),
  popup('many', 'many', 'sheet-20'),
  chooser('chooser', { looks: EVERY }),
  chooser('chooser-problems', { then: mistype, looks: ['narrow'] }),
  chooser('chooser-hosts', { then: openHosts }),
  chooser('chooser-tiles', { then: showTiles, looks: ['narrow', 'forced'] }),
  chooser('chooser-sent', { then: sendAll }),
  page('chooser-shut', 'empty', 'chooser.html?tab=0', '\\w'),
  page('options', 'empty', 'options.html', 'Alt\\+Shift\\+L', { looks: EVERY }),
  page('options-granted', 'granted', 'options.html', 'Alt\\+Shift\\+L'),
  page('tabs-unnamed', 'empty', 'tabs.html', 'Not named yet', { looks: ['narrow', 'mirrored'] }),
  page('tabs', 'granted', 'tabs.html', '\\w'),
  page('options-rule', 'empty', 'options.html#rules', 'Alt\\+Shift\\+L', {
    then: editRule,
    looks: ['narrow', 'mirrored'],
  }),
  popup('panel', 'running', 'left', { name: 'panel', path: 'sidepanel.html', looks: ['narrow', 'mirrored'] }),
  page('manager-empty', 'empty', 'manager.html', 'Nothing here yet', { looks: ['narrow'] }),
  page('manager', 'running', 'manager.html', 'Downloading', { then: showDetails, looks: EVERY }),
  page('manager-menu', 'running', 'manager.html', 'Downloading', { then: openLineMenu, looks: ['mirrored', 'forced'] }),
  page('manager-group', 'group', 'manager.html', '05-the-slack', { then: selectAll, looks: ['mirrored'] }),
  page('manager-failed', 'ended', 'manager.html', 'Failed', { then: showDetails, looks: ['narrow'] }),
  page('manager-keys', 'ended', 'manager.html', 'Failed', { then: openKeys, looks: ['narrow'] }),
  page('manager-many', 'many', 'manager.html', 'sheet-20'),
];

/** The screens of each story, in their order. @returns {Map<StoryName, Screen[]>} */
export function byStory(screens = SCREENS) {
  return new Map(screens.map(({ story }) => [story, screens.filter(screen => screen.story === story)]));
}

/** Opens a screen as its story has left the queue. @param {Stage} stage @param {Screen} screen */
export async function openScreen(stage, { path, form, shows: pattern, then }) {
  const view = await stage.view(typeof path === 'string' ? path : await path(stage));
  await view.setViewport(form === 'popup' ? { width: 400, height: 600 } : { width: 1000, height: 760 });
  await shows(view, pattern);
  await then?.(view, stage);
  return view;
}

/** @type {WeakMap<Stage, Promise<number | undefined>>} */
const archives = new WeakMap();

/** @param {Stage} stage */
async function ofArchive(stage) {
  const tab = archives.get(stage) ?? openArchive(stage).then(url => stage.tab(url));
  archives.set(stage, tab);
  return `chooser.html?tab=${await tab}`;
}

/** @param {Page} view @param {Stage} stage */
async function typeBatch(view, { origin }) {
  await view.type('textarea', onHost('survey.maps.example', origin.url('/survey/sheet-[001:240].tif')));
  await shows(view, '240');
}

/** @param {Page} view */
async function typeRefused(view) {
  await view.type('textarea', 'ftp://files.rivers.example/atlas.iso\n');
  await shows(view, 'not ftp: links');
}

/** @param {Page} view */
async function openMenu(view) {
  await view.focus('[data-place="more"]');
  await view.keyboard.press('Enter');
  await view.waitForSelector('[role=menu]');
}

/** @param {Page} view */
async function openGroup(view) {
  await view.focus('.fold-button');
  await view.keyboard.press('Enter');
  await shows(view, '05-the-slack');
}

/** @param {Page} view */
async function askToDelete(view) {
  await view.focus('.row-done [data-place="more"]');
  await view.keyboard.press('Enter');
  await view.waitForSelector('.menu-delete-file');
  await view.keyboard.press('End');
  await view.keyboard.press('Enter');
  await view.waitForSelector('.row-question');
}

/** @param {Page} view */
async function mistype(view) {
  await view.type('.filters .pattern:nth-child(2) input', '/survey-19[67/');
  await view.type('.terms-fields .term-box:nth-child(1) input', 'rivers');
  await view.type('.terms-fields .term-box:nth-child(2) input', '*page.domain*/*nam*');
  await view.waitForSelector('.terms .field-problem mark');
}

/** @param {Page} view */
async function openHosts(view) {
  await view.focus('.hosts summary');
  await view.keyboard.press('Enter');
  await view.waitForSelector('.hosts-panel label');
}

/** @param {Page} view */
async function showTiles(view) {
  await view.click('.layout:last-child');
  await view.click('::-p-text(Images)');
  await view.waitForFunction(() => document.querySelectorAll('.thumbnail').length >= 10);
}

/** @param {Page} view */
async function sendAll(view) {
  await view.click('.paused input');
  await view.click('.chooser-footer .button-main');
  await view.waitForSelector('.result h2');
}

/** @param {Page} view */
async function editRule(view) {
  const button = await view.waitForSelector('#rules ::-p-text(Add a rule)');
  await button?.click();
  await view.waitForSelector('dialog[open]');
}

/** @param {Page} view */
async function showDetails(view) {
  await view.waitForSelector('[data-line]');
  await view.focus('[data-line]');
  await view.waitForSelector('.details .facts');
}

/** @param {Page} view */
async function openLineMenu(view) {
  await view.waitForSelector('[data-line]');
  await view.click('[data-line] .item-status', { button: 'right' });
  await view.waitForSelector('[role=menu]');
}

/** @param {Page} view */
async function selectAll(view) {
  await view.waitForSelector('[data-line]');
  await view.focus('[data-line]');
  await view.keyboard.down('Control');
  await view.keyboard.press('a');
  await view.keyboard.up('Control');
  await view.waitForSelector('.bulk-bar');
}

/** @param {Page} view */
async function openKeys(view) {
  await view.waitForSelector('[data-line]');
  await view.focus('[data-line]');
  await view.keyboard.type('?');
  await view.waitForSelector('dialog[open]');
}
