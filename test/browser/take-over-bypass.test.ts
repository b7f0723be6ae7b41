import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reply } from '../../src/messages/protocol.ts';
import { assertLeft, fileAt, openPageWith, scriptIn, SIZE, switchOn, takeOverSetting } from './take-over-page.ts';

const here = takeOverSetting();

test('a click with Alt held is the browser’s, which downloads what it would show otherwise', async () => {
  const url = here.origin.url('/alt.txt', { size: SIZE, rate: SIZE });
  const page = await openPageWith(here, '/alt.html', () => `<a id="it" href="${url}">file</a>`);
  await page.keyboard.down('Alt');
  await page.click('#it');
  await page.keyboard.up('Alt');
  await assertLeft(here, 'alt.txt', 'alt.txt');
  await page.close();
});

test('the script in the page may say that much, and nothing else', async () => {
  await switchOn(here, 'localhost');
  const page = await openPageWith(here, '/script.html', () => 'Nothing to click', 'localhost');
  const { session, contextId } = await scriptIn(here, page);
  for (const [name, isHeard] of [
    ['bypass', true],
    ['list', false],
    ['enqueue', false],
    ['settings', false],
  ] as const) {
    const expression = `chrome.runtime.sendMessage({ to: 'worker', name: '${name}', ask: {} })`;
    const answer: { result: { value?: Reply<unknown> } } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const reply = answer.result.value;
    assert.equal(reply?.ok === true ? 'heard' : reply?.error.code, isHeard ? 'heard' : 'forbidden', name);
  }
  await page.close();
});

test('a page that was open before its site was switched on is listened in, too', async () => {
  await switchOn(here);
  const page = await openPageWith(
    here,
    '/early.html',
    url => `<a id="it" href="${fileAt(here, '/early.txt', url)}">file</a>`,
  );
  await switchOn(here, '*');
  await scriptIn(here, page);
  await page.keyboard.down('Alt');
  await page.click('#it');
  await page.keyboard.up('Alt');
  await assertLeft(here, 'early.txt', 'early.txt');
  await page.close();
});
