import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { until } from './harness.ts';
import { lacks, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const folder = mkdtempSync(join(tmpdir(), 'longhaul-settings-'));
const CHANGED: Partial<Settings> = { limit: 9, windows: [{ days: [6], from: 0, to: 0 }], menusOff: ['page'] };

let page: Page;

async function worker(): Promise<Settings> {
  return here.longhaul.ask('settings', {});
}

async function choose(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const box = await page.$('input[name=import]');
  assert.ok(box);
  await (box as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

async function press(text: string): Promise<void> {
  await page.bringToFront();
  await page.locator(`#backup ::-p-text(${text})`).click();
}

beforeEach(async () => {
  const { hold: _, ...first } = DEFAULT_SETTINGS;
  await here.longhaul.ask('settings', { set: { ...first, ...CHANGED } });
  page = await here.longhaul.page('options.html#backup');
  await page.waitForSelector('input[name=limit]:enabled');
});

test('exported, reset, imported: all is as it was, after a look at what changes', async () => {
  const before = await worker();
  await press('Export…');
  const path = join(here.longhaul.downloads, 'longhaul-settings.json');
  await until(async () => existsSync(path), 'the file');
  await press('Reset all settings');
  await shows(page, 'All settings are reset.');
  assert.deepEqual(await worker(), DEFAULT_SETTINGS);
  await page.bringToFront();
  await choose('good.json', readFileSync(path, 'utf8'));
  await shows(page, 'This file changes:', '4 → 9', 'Works at all hours. → Works 24 hours a week.');
  assert.deepEqual(await worker(), DEFAULT_SETTINGS, 'a look changes nothing');
  assert.deepEqual(await violations(page), []);
  await press('Apply');
  await shows(page, 'The settings of the file are in use.');
  assert.deepEqual(await worker(), before);
  await page.bringToFront();
  await page.locator('.options-undo ::-p-text(Undo)').click();
  await until(async () => (await worker()).limit === DEFAULT_SETTINGS.limit, 'the undo');
  await page.close();
});

test('a file that is wrong is refused with what is wrong, and nothing is lost', async () => {
  const before = await worker();
  const file = (settings: object, version = 1): string =>
    JSON.stringify({ format: 'longhaul-settings', version, settings });
  const wrong: readonly (readonly [text: string, said: string])[] = [
    ['<html>', 'This file is not JSON.'],
    ['{}', 'This file has no settings of Longhaul.'],
    [file({}, 2), 'This file is of version 2'],
    [file({ limit: 2, colour: 'red' }), 'There is no setting “colour”. Nothing was changed.'],
    [file({ limit: 99 }), 'must be a whole number from 1 to 16. Nothing was changed.'],
  ];
  for (const [index, [text, said]] of wrong.entries()) {
    await choose(`wrong-${index}.json`, text);
    await shows(page, said);
    await lacks(page, '.import-offer');
  }
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await worker(), before);
  await page.close();
});

test('a file that changes nothing says so', async () => {
  await choose('same.json', JSON.stringify({ format: 'longhaul-settings', version: 1, settings: { limit: 9 } }));
  await shows(page, 'This file changes nothing.');
  await page.close();
});
