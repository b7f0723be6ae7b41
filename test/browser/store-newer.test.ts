import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const NEWER = /^The queue on this computer was written by a newer version of Longhaul\. Nothing was changed\./;
const MINUTE = 60_000;

let page: Page;
let ids: readonly string[] = [];
let births = 0;
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    const links = ['one', 'two'].map(name => ({ url: origin.url(`/${name}.txt`, { size: 10 }) }));
    ({ ids } = await longhaul.ask('enqueue', { links, paused: true }));
    page = await longhaul.page('chooser.html');
    await writeByNewerVersion();
    longhaul.chromium.browser.on('targetcreated', target => {
      if (target.type() === 'service_worker') births += 1;
    });
    assert.equal(await longhaul.killWorker(), true);
  },
});

/** Makes the database one of a version that is not known yet, as a newer Longhaul would: it waits for the worker. */
async function writeByNewerVersion(): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('longhaul', 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore('future');
        opening.onerror = () => reject(opening.error ?? new Error('It was not opened.'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

interface OnDisk {
  readonly version: number;
  readonly stores: readonly string[];
  readonly ids: readonly IDBValidKey[];
  readonly paused: unknown;
}

/** What is in the database, past the worker. */
async function onDisk(): Promise<OnDisk> {
  return page.evaluate(
    () =>
      new Promise<OnDisk>((resolve, reject) => {
        const opening = indexedDB.open('longhaul');
        opening.onerror = () => reject(opening.error ?? new Error('It was not opened.'));
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction(['items', 'counts']);
          const keys = transaction.objectStore('items').getAllKeys();
          const counts = transaction.objectStore('counts').get('all');
          transaction.oncomplete = () => {
            const { version, objectStoreNames } = db;
            db.close();
            resolve({ version, stores: [...objectStoreNames], ids: keys.result, paused: counts.result?.paused });
          };
        };
      }),
  );
}

async function refusalOf(name: 'list' | 'summary' | 'enqueue', ask: unknown): Promise<void> {
  const reply = await here.longhaul.reply(name, ask);
  assert.ok(!reply.ok, `${name} was answered`);
  assert.equal(reply.error.code, 'store-newer');
  assert.match(reply.error.message, NEWER);
}

test('a queue of a newer version is refused with a sentence that says so, and is left alone', async () => {
  const before = await onDisk();
  assert.deepEqual([before.version, new Set(before.ids), before.paused], [99, new Set(ids), 2]);
  await refusalOf('list', {});
  await refusalOf('summary', {});
  await refusalOf('enqueue', { links: [{ url: here.origin.url('/three.txt') }] });
  assert.deepEqual(await onDisk(), before);
});

test('the worker looks again after a while, not at once and for ever', async () => {
  const alarms = await until(async () => {
    const found = await page.evaluate(() => chrome.alarms.getAll());
    return found.some(({ scheduledTime }) => scheduledTime > Date.now() + MINUTE) && found;
  }, 'the alarm for the next look');
  assert.equal(alarms.length, 1);
  const target = await here.longhaul.chromium.browser.waitForTarget(each => each.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(() => {
    const { open } = indexedDB;
    Object.assign(globalThis, { openings: 0 });
    indexedDB.open = (...args) => {
      Reflect.set(globalThis, 'openings', Reflect.get(globalThis, 'openings') + 1);
      return open.apply(indexedDB, args);
    };
  });
  let asks = 0;
  await until(async () => {
    await refusalOf('list', {});
    asks += 1;
    return asks === 20;
  }, 'twenty asks');
  assert.equal(await worker?.evaluate(() => Reflect.get(globalThis, 'openings')), asks, 'it opens when it is asked');
  assert.equal(births, 1, 'it was born once since its death');
});

test('the popup says so in the place of the queue', async () => {
  const popup = await here.longhaul.page('popup.html');
  const faults: unknown[] = [];
  popup.on('pageerror', error => faults.push(error));
  await popup.waitForSelector('[role=alert]');
  assert.match(await popup.$eval('[role=alert]', alert => alert.textContent.trim()), NEWER);
  await popup.reload();
  await popup.waitForSelector('[role=alert]');
  assert.ok(!(await popup.evaluate(() => document.body.innerText)).includes('Nothing to download yet'));
  assert.deepEqual(faults, []);
  assert.equal((await onDisk()).ids.length, 2);
});

test('once the newer store is gone, the next ask is answered', async () => {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('longhaul');
        deleting.onerror = () => reject(deleting.error ?? new Error('It was not deleted.'));
        deleting.onsuccess = () => resolve();
      }),
  );
  const reply = await here.longhaul.reply('list', {});
  assert.ok(reply.ok, 'the list is answered');
});
