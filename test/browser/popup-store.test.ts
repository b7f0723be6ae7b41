import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { lacks, openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const NEWER = 'The queue on this computer was written by a newer version of Longhaul.';

let popup: Page;
const here = setting({
  grants: 'all',
  async prepare({ longhaul, origin }) {
    await longhaul.ask('enqueue', { links: [{ url: origin.url('/kept.txt', { size: 100 }) }], paused: true });
    popup = await openPopup(longhaul);
    await shows(popup, 'kept.txt');
  },
});

/** Makes the database one of a version that is not known yet, as a newer Longhaul would. */
async function writeByNewerVersion(): Promise<void> {
  await popup.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('longhaul', 99);
        opening.onerror = () => reject(opening.error ?? new Error('It was not opened.'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

test('a queue that cannot be read is an alert in its place, never an empty queue', async () => {
  await writeByNewerVersion();
  await shows(popup, NEWER);
  await lacks(popup, '[data-row]');
  assert.equal(await popup.$eval('[role=alert]', alert => alert.textContent.includes('Nothing was changed')), true);
  await popup.reload();
  await shows(popup, NEWER);
  assert.ok(!(await popup.evaluate(() => document.body.innerText)).includes('Nothing to download yet'));
  assert.deepEqual(await violations(popup), []);
});

test('a link that is added then stays in the box, with the reason', async () => {
  const url = here.origin.url('/lost.txt', { size: 100 });
  await popup.type('textarea', url);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.add-error');
  assert.equal(await popup.$eval('textarea', box => box.value), url);
});
