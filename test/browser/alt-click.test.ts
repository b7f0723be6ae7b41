import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Reply } from '../../src/messages/protocol.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';
import { assertLeft, openPageWith, scriptIn, switchOn } from './take-over-page.ts';

const here = setting({ grants: ['http://127.0.0.1/*'] });

beforeEach(async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await here.longhaul.ask('settings', { set: { altClick: true } });
  await switchOn(here);
});

function file(name: string): string {
  return here.origin.url(`/${name}`, { size: 50 });
}

async function altClick(page: Page, selector: string): Promise<void> {
  await page.keyboard.down('Alt');
  await page.click(selector);
  await page.keyboard.up('Alt');
}

const urls = async (): Promise<string[]> => (await here.longhaul.items()).map(({ url }) => url);

test('a link that is clicked with Alt held goes to the queue, with what its page says of it', async () => {
  const url = file('clicked.txt');
  const page = await openPageWith(here, '/alt-click.html', () => `<a href="${url}#x"><b id="it">Its name</b></a>`);
  const { session } = await scriptIn(here, page);
  await altClick(page, '#it');
  const [item] = await until(async () => {
    const items = await here.longhaul.items();
    return items.length > 0 ? items : null;
  }, 'the item');
  assert.deepEqual([item?.url, item?.referrer], [url, page.url()]);
  assert.equal((await here.longhaul.ask('summary', {})).notice?.kind, 'sent');
  await session.detach();
  await page.close();
});

test('a click that the page makes, or another key, or a message of the page, sends nothing', async () => {
  const page = await openPageWith(
    here,
    '/forged.html',
    () => `<a id="it" href="${file('forged.txt')}">it</a><a id="last" href="${file('last.txt')}">last</a>
      <a id="trap" href="javascript:document.title='run'">trap</a>`,
  );
  const { session } = await scriptIn(here, page);
  await page.evaluate(url => {
    document.addEventListener('click', event => event.preventDefault());
    const link = document.querySelector('#it');
    for (const type of ['click', 'mousedown', 'mouseup', 'auxclick'])
      link?.dispatchEvent(new MouseEvent(type, { altKey: true, bubbles: true, cancelable: true, composed: true }));
    for (const name of ['send-link', 'enqueue'])
      postMessage({ to: 'worker', name, ask: { url, links: [{ url }] } }, '*');
  }, file('forged.txt'));
  await page.click('#it');
  for (const key of ['Control', 'Shift'] as const) {
    await page.keyboard.down(key);
    await altClick(page, '#it');
    await page.keyboard.up(key);
  }
  await altClick(page, '#trap');
  await altClick(page, '#last');
  await until(async () => (await urls()).length > 0, 'the link that was clicked');
  assert.deepEqual(await urls(), [file('last.txt')]);
  assert.equal(await page.title(), 'A page');
  await session.detach();
  await page.close();
});

test('a script that its page has taken over may send a link as a click would, and nothing else', async () => {
  const page = await openPageWith(here, '/taken.html', () => 'Nothing to click');
  const { session, contextId } = await scriptIn(here, page);
  const code = async (name: string, ask: unknown): Promise<string | undefined> => {
    const expression = `chrome.runtime.sendMessage(${JSON.stringify({ to: 'worker', name, ask })})`;
    const evaluated: { result: { value?: Reply<unknown> } } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const reply = evaluated.result.value;
    return reply?.ok === true ? 'heard' : reply?.error.code;
  };
  const url = file('sent.txt');
  assert.equal(await code('send-link', { url, referrer: 'https://bank.example/' }), 'bad-ask');
  assert.equal(await code('send-link', { url, folder: 'x' }), 'bad-ask');
  assert.equal(await code('send-link', { url: [url, url] }), 'bad-ask');
  assert.equal(await code('send-link', { url, title: {} }), 'bad-ask');
  assert.equal(await code('enqueue', { links: [{ url }] }), 'forbidden');
  for (const bad of ['javascript:alert(1)', 'data:,x', `${url}&${'a'.repeat(2_000_000)}`, ''])
    await code('send-link', { url: bad });
  assert.deepEqual(await urls(), []);
  assert.equal(await code('send-link', { url, title: 't'.repeat(5_000), text: 't'.repeat(5_000) }), 'heard');
  assert.deepEqual(
    (await here.longhaul.items()).map(item => [item.url, item.referrer]),
    [[url, page.url()]],
  );
  await here.longhaul.ask('settings', { set: { altClick: false } });
  assert.equal(await code('send-link', { url: file('off.txt') }), 'forbidden');
  await session.detach();
  await page.close();
});

test('where downloads are taken over, Alt+click leaves the link to the browser', async () => {
  await switchOn(here, '127.0.0.1');
  const page = await openPageWith(here, '/left.html', () => `<a id="it" href="${file('left.txt')}">it</a>`);
  const { session } = await scriptIn(here, page);
  await altClick(page, '#it');
  await assertLeft(here, 'left.txt', 'left.txt');
  await session.detach();
  await page.close();
});
