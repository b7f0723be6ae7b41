import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import type { WebWorker } from 'puppeteer-core';
import { startOrigin } from '../origin/origin.ts';
import { openLonghaul, until } from './harness.ts';

const ASKER = new URL('asker', import.meta.url).pathname;

/** Downloads as the other extension does, and answers where the file lies. */
async function theirPath(worker: WebWorker, url: string, filename: string): Promise<string> {
  return worker.evaluate(
    async (from, to) => {
      const id = await chrome.downloads.download({ url: from, filename: to });
      for (;;) {
        const [found] = await chrome.downloads.search({ id });
        if (found?.state === 'complete') return found.filename;
      }
    },
    url,
    filename,
  );
}

for (const others of [{ before: [ASKER] }, { after: [ASKER] }]) {
  test(`while names of ours are waited for, another’s downloads keep theirs: ${JSON.stringify(Object.keys(others))}`, async t => {
    const origin = await startOrigin();
    const longhaul = await openLonghaul({ grants: 'none', others });
    t.after(async () => {
      await longhaul.close();
      await origin.close();
    });
    const target = await longhaul.chromium.browser.waitForTarget(found => found.url().endsWith('/asker.js'));
    const worker = await target.worker();
    assert.ok(worker !== null);
    const theirs = (name: string) =>
      theirPath(worker, origin.url(`/${name}`, { type: 'text/plain' }), `theirs/${name}`);

    const slow = origin.url('/slow.txt', { size: 4_000_000, rate: 1_000_000, type: 'text/plain' });
    await longhaul.enqueue({ url: slow, folder: 'ours' });
    await until(async () => (await longhaul.items())[0]?.status === 'running', 'ours to run');
    const names = ['one.txt', 'two.txt', 'three.txt', 'four.txt'];
    const paths = await Promise.all(names.map(theirs));
    assert.deepEqual(
      paths.map(path => relative(longhaul.downloads, path)),
      names.map(name => `theirs/${name}`),
    );
    const [ours] = await longhaul.ended();
    assert.equal(relative(longhaul.downloads, ours?.path ?? ''), 'ours/slow.txt');
    // Ours have ended: nothing of theirs waits for us any more.
    assert.equal(relative(longhaul.downloads, await theirs('five.txt')), 'theirs/five.txt');
  });
}
