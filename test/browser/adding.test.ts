import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let popup: Page;
const here = setting({
  grants: 'none',
  async prepare({ longhaul }) {
    await longhaul.ask('settings', { set: { hold: true } });
    popup = await openPopup(longhaul);
  },
});

async function fill(text: string): Promise<void> {
  await popup.click('textarea', { count: 3 });
  await popup.keyboard.press('Backspace');
  await popup.$eval(
    'textarea',
    (box, value) => {
      box.value = value;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
}

async function paths(): Promise<string[]> {
  return (await here.longhaul.items()).map(({ url }) => new URL(url).pathname);
}

/** Does what a hand does: something lies on the clipboard or is dragged, in several flavours. */
async function give(kind: 'paste' | 'drop', flavours: Record<string, string>, file?: string): Promise<void> {
  await popup.evaluate(
    (type, given, name) => {
      const carried = new DataTransfer();
      for (const [flavour, data] of Object.entries(given))
        if (name === undefined) carried.setData(flavour, data);
        else carried.items.add(new File([data], name, { type: flavour }));
      const box = document.querySelector('textarea') ?? document.body;
      box.focus();
      const init = { bubbles: true, cancelable: true };
      if (type === 'drop') {
        document.body.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: carried }));
        document.body.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: carried }));
      } else box.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: carried }));
    },
    kind,
    flavours,
    file,
  );
}

test('a batch shows its count, its first and its last link, and is sent', async () => {
  await popup.type('textarea', 'http://127.0.0.1:9/f[08:10].zip http://127.0.0.1:9/[5:1].zip');
  await shows(
    popup,
    '4 links.',
    'http://127.0.0.1:9/f08.zip',
    'http://127.0.0.1:9/f10.zip',
    '[5:1] is left as it stands',
  );
  assert.deepEqual(await violations(popup), []);
  await popup.keyboard.press('Enter');
  await until(async () => (await paths()).length === 4, 'four items');
  assert.deepEqual(await paths(), ['/f08.zip', '/f09.zip', '/f10.zip', '/[5:1].zip']);
});

test('a link with braces is sent as it is where that is asked for', async () => {
  await fill('http://127.0.0.1:9/?q={a,b}');
  await shows(popup, '2 links.');
  await popup.click('.add-batch input');
  await popup.waitForFunction(() => !document.body.innerText.includes('2 links.'));
  await popup.focus('textarea');
  await popup.keyboard.press('Enter');
  await until(async () => (await paths()).length === 5, 'one item more');
  assert.equal((await here.longhaul.items()).at(-1)?.url, 'http://127.0.0.1:9/?q={a,b}');
});

test('more than 100,000 links are asked about, more than a million are refused', async () => {
  await fill('http://127.0.0.1:9/x[1:200000]');
  await popup.focus('textarea');
  await popup.keyboard.press('Enter');
  await shows(popup, 'Add 200,000 links?');
  await popup.waitForFunction(() => document.activeElement?.textContent === 'Do not add');
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(() => document.querySelector('[role=alertdialog]') === null);
  await fill('http://127.0.0.1:9/x[1:2000000]');
  await popup.focus('textarea');
  await popup.keyboard.press('Enter');
  await shows(popup, 'at most 1,000,000');
  assert.equal((await paths()).length, 5);
});

test('a curl command brings its name and referrer, and tells what it cannot do', async () => {
  await fill(
    `curl -L http://127.0.0.1:9/c.bin \\\n -H 'Referer: http://127.0.0.1:9/page' -H 'Authorization: Bearer s3cret' -o named.bin`,
  );
  await shows(popup, '1 link from a curl command.', 'The header Authorization is not sent.');
  assert.deepEqual(await violations(popup), []);
  await popup.focus('textarea');
  await popup.keyboard.press('Enter');
  await until(async () => (await paths()).length === 6, 'the item of curl');
  const item = (await here.longhaul.items()).at(-1);
  assert.deepEqual([item?.name, item?.referrer], ['named.bin', 'http://127.0.0.1:9/page']);
  assert.ok(!JSON.stringify(item).includes('s3cret'));
});

test('what was passed over is added anyway with all that was said of it', async () => {
  await fill(`curl http://127.0.0.1:9/c.bin -o again.bin`);
  await shows(popup, '1 link from a curl command.');
  await popup.focus('textarea');
  await popup.keyboard.press('Enter');
  await shows(popup, 'Add anyway');
  await popup.locator('::-p-text(Add anyway)').click();
  await until(async () => (await paths()).length === 7, 'the item once more');
  assert.equal((await here.longhaul.items()).at(-1)?.name, 'again.bin');
});

test('markup on the clipboard is taken where its text has no links', async () => {
  await fill('');
  await give('paste', { 'text/html': '<a href="http://127.0.0.1:9/p.zip">file</a>', 'text/plain': 'file' });
  await popup.waitForFunction(() => document.querySelector('textarea')?.value === 'http://127.0.0.1:9/p.zip\n');
});

test('text, markup and lists can be dropped on the page', async () => {
  await fill('');
  await give('drop', { 'text/html': '<a href="http://127.0.0.1:9/d.zip">x</a>', 'text/plain': 'x' });
  await give('drop', { 'text/plain': 'http://127.0.0.1:9/t.zip' });
  await popup.waitForFunction(() => document.querySelector('textarea')?.value.includes('t.zip'));
  await give('drop', { 'text/csv': 'http://127.0.0.1:9/l.zip,"a name.zip"' }, 'links.csv');
  await shows(popup, '3 links');
  await give('drop', { 'application/zip': '\0' }, 'files.zip');
  await shows(popup, '“files.zip” is not a text');
});
