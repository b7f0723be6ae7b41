import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Rule } from '../../src/core/rules/rule.ts';
import { makeRule, NO_DECISION } from '../core/rules/make-rule.ts';
import { until } from './harness.ts';
import { hears, lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

const SCANS = makeRule('scans', { types: ['pdf'] }, { title: 'Scans', then: { ...NO_DECISION, folder: 'Scans' } });
const FILMS = makeRule('films', { types: ['mp4'] }, { title: 'Films', then: { ...NO_DECISION, folder: 'Films' } });
const REST = makeRule('rest', {}, { title: 'Rest', then: { ...NO_DECISION, priority: 'low' } });

let page: Page;

beforeEach(async () => {
  await here.longhaul.ask('rules', { set: [SCANS, FILMS, REST] });
  page = await here.longhaul.page('options.html');
  await page.waitForSelector('[data-rule=rest]');
});

async function saved(): Promise<readonly Rule[]> {
  return (await here.longhaul.ask('rules', {})).rules;
}

async function order(): Promise<string> {
  return (await saved()).map(({ title }) => title).join(' ');
}

async function isOrder(wanted: string): Promise<void> {
  await until(async () => (await order()) === wanted, `the order ${wanted}`, 10);
}

function control(id: string, name: string): string {
  return `[data-rule="${id}"] [data-control="${name}"]`;
}

async function fill(name: string, text: string): Promise<void> {
  const scope = (await page.$('dialog[open]')) === null ? '' : 'dialog ';
  await page.locator(`${scope}[name="${name}"]`).fill(text);
}

async function press(text: string): Promise<void> {
  await page.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).click();
}

async function focusIs(selector: string): Promise<void> {
  await page.waitForFunction(wanted => document.activeElement?.matches(wanted), { timeout: 5_000 }, selector);
}

test('a rule that is written here is kept, and does to a link what the tester promised', async () => {
  await press('Add a rule');
  await page.waitForSelector('dialog[open]');
  await fill('title', 'Talks');
  await fill('types', 'mp4, video/*');
  await fill('least', '1');
  await fill('folder', 'Talks/2026');
  await fill('mask', '*host* - *name*');
  await shows(page, 'Talks/2026/files.example.org - recording-07.mp4');
  await press('Save the rule');
  await lacks(page, 'dialog');
  await focusIs('[data-control=add-rule]');
  await isOrder('Scans Films Rest Talks');
  const { id = '' } = (await saved()).at(-1) ?? {};
  await page.click(control(id, 'up'));
  await isOrder('Scans Films Talks Rest');
  await page.click(control(id, 'up'));
  await isOrder('Scans Talks Films Rest');

  const url = here.origin.url('/opening.mp4', { size: 2_000_000, type: 'video/mp4' });
  await fill('test-url', url);
  await shows(page, 'It is not certain yet');
  await fill('test-type', 'video/mp4');
  await fill('test-size', '2');
  await shows(page, '“Talks” decides.');
  const promised = await page.$eval('.tester-fact dd', ({ textContent }) => textContent ?? '');
  assert.equal(promised, 'Talks/2026/127.0.0.1 - opening.mp4');
  await here.longhaul.ask('enqueue', { links: [{ url }] });
  const [item] = await here.longhaul.ended();
  assert.equal(item?.status, 'done', item?.error?.message);
  assert.equal(relative(here.longhaul.downloads, item.path ?? ''), promised);
});

test('a rule is moved by the keys, and the focus stays on it', async () => {
  await page.focus(control('rest', 'open'));
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowUp');
  await isOrder('Scans Rest Films');
  await focusIs(control('rest', 'open'));
  await page.keyboard.press('ArrowUp');
  await isOrder('Rest Scans Films');
  await focusIs(control('rest', 'open'));
  await page.keyboard.up('Alt');
  await hears(page, /Rest is now number 1/);
  await page.focus(control('rest', 'down'));
  await page.keyboard.press('Enter');
  await isOrder('Scans Rest Films');
  await focusIs(control('rest', 'down'));
});

test('a rule is dragged by its grip; Escape leaves it where it was', async () => {
  const box = async (id: string): Promise<{ x: number; y: number }> => {
    await page.$eval(`[data-rule="${id}"]`, row => row.scrollIntoView({ block: 'center' }));
    const grip = await page.$(`[data-rule="${id}"] .rule-grip`);
    const { x = 0, y = 0, width = 0, height = 0 } = (await grip?.boundingBox()) ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  };
  const drag = async (): Promise<void> => {
    const from = await box('films');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 90, { steps: 6 });
    await page.waitForSelector('.rule-held:first-child');
  };
  await drag();
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-rule=scans]:first-child');
  await page.mouse.up();
  assert.equal(await order(), 'Scans Films Rest');
  await drag();
  await page.mouse.up();
  await isOrder('Films Scans Rest');
});

test('a rule is switched off, duplicated, and deleted with a way back', async () => {
  await page.click(control('films', 'switch'));
  await until(async () => (await saved())[1]?.isOn === false, 'it to be off', 10);
  await page.click(control('films', 'copy'));
  await isOrder('Scans Films Films (copy) Rest');
  await page.focus(control('films', 'open'));
  await page.keyboard.press('Delete');
  await isOrder('Scans Films (copy) Rest');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Films (copy)'), { timeout: 5_000 });
  await press('Undo');
  await isOrder('Scans Films Films (copy) Rest');
  await focusIs('[data-control=add-rule]');
});

test('what is wrong in a rule is said at its field, and nothing is saved until it is right', async () => {
  await page.click(control('scans', 'open'));
  await page.waitForSelector('dialog[open]');
  await fill('sites', 'example.org, no/site');
  await shows(page, '“no/site” is no site.');
  await press('Save the rule');
  await focusIs('[name=sites][aria-invalid=true]');
  await fill('sites', 'example.org');
  await fill('least', 'many');
  await shows(page, '“many” is no size.');
  await press('Save the rule');
  assert.deepEqual(await saved(), [SCANS, FILMS, REST]);
  await fill('least', '1');
  await fill('mask', '*host* *nam*');
  await shows(page, 'Did you mean *name*?');
  assert.equal(await page.$eval('dialog .field-problem mark', ({ textContent }) => textContent), '*nam*');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await shows(page, 'What you have written is not saved.');
  await page.keyboard.press('Enter');
  await focusIs('dialog [name=title]');
  await press('Cancel');
  await press('Throw away');
  await lacks(page, 'dialog');
  await focusIs(control('scans', 'open'));
  assert.deepEqual(await saved(), [SCANS, FILMS, REST]);
});

async function choose(text: string): Promise<void> {
  const file = join(here.longhaul.downloads, '..', 'chosen.json');
  writeFileSync(file, text);
  const input = await page.waitForSelector('input[type=file]');
  assert.ok(input !== null);
  await (await input.toElement('input')).uploadFile(file);
}

test('a file that holds no rules is refused with its fault, and loses nothing', async () => {
  for (const [text, said] of [
    ['nonsense', /This is not JSON: “nonsense”/],
    ['{"format":"longhaul-rules","version":1,"rules":[{"id":"a","when":{"url":"/(/"}}]}', /Rule 1, when\.url/],
  ] as const) {
    await choose(text);
    await page.waitForFunction(
      wanted => new RegExp(wanted).test(document.querySelector('#rules .message-bad')?.textContent ?? ''),
      { timeout: 10_000 },
      said.source,
    );
    assert.deepEqual(await saved(), [SCANS, FILMS, REST]);
    assert.match(await page.$eval('#rules .message-bad', bar => bar.textContent ?? ''), /your rules are as they were/);
    await page.click('#rules .message-bad .icon-button');
  }
});

test('what is exported is imported: what it would do is shown, adding keeps the others, replacing can be undone', async () => {
  await press('Export rules');
  const path = join(here.longhaul.downloads, 'longhaul-rules.json');
  const text = await until(async () => {
    try {
      return readFileSync(path, 'utf8') || null;
    } catch {
      return null;
    }
  }, 'the file');
  await here.longhaul.ask('rules', { set: [FILMS] });
  await page.reload();
  await page.waitForSelector('[data-rule=films]');
  await choose(text);
  await shows(page, '3 rules in chosen.json:', 'Scans', 'Rest');
  assert.deepEqual(await saved(), [FILMS]);
  assert.deepEqual(await violations(page), []);
  await press('Add 3 rules');
  await isOrder('Films Scans Films Rest');
  await choose(text);
  await press('Replace my 4 rules');
  await isOrder('Scans Films Rest');
  await press('Undo');
  await isOrder('Films Scans Films Rest');
});
