import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebWorker } from 'puppeteer-core';
import { opened } from './display.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

async function shown(): Promise<string[]> {
  const page = await here.longhaul.page('chooser.html');
  const ids = await page.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));
  await page.close();
  return ids.toSorted();
}

/** What the browser tells of a click. No driver reaches the notification itself. */
async function click(id: string, button: number | null): Promise<void> {
  const { browser } = here.longhaul.chromium;
  const target = await browser.waitForTarget(
    each => each.type() === 'service_worker' && each.url().endsWith('worker.js'),
  );
  const worker = (await target.worker()) as WebWorker;
  await worker.evaluate(
    (which, place) => {
      const { onClicked, onButtonClicked } = chrome.notifications as unknown as Record<
        string,
        { dispatch(...values: unknown[]): void }
      >;
      if (place === null) onClicked?.dispatch(which, true);
      else onButtonClicked?.dispatch(which, place);
    },
    id,
    button,
  );
}

test('a failure and the end of all are told of once each, and no file by itself', async () => {
  const { origin, longhaul } = here;
  await longhaul.enqueue(
    { url: origin.url('/one.txt', { size: 100 }) },
    { url: origin.url('/two.txt', { size: 100, latency: 800 }) },
    { url: origin.url('/gone.txt', { status: 404 }) },
  );
  const items = await longhaul.ended();
  const failed = items.find(({ status }) => status === 'failed');
  await until(async () => (await shown()).length === 2, 'both notifications');
  assert.deepEqual(await shown(), [`failure ${failed?.id}`, 'queue']);
});

test('a click is answered by a new worker, and shows the item in the manager', async () => {
  const { longhaul } = here;
  const [failure = ''] = await shown();
  await longhaul.killWorker();
  await longhaul.ask('summary', {});
  await click(failure, 1);
  await opened(longhaul, `manager.html?item=${failure.split(' ')[1]}`);
  await until(async () => !(await shown()).includes(failure), 'the notification to go');
});

test('a browser that is started again tells nothing again', async () => {
  const { longhaul } = here;
  await longhaul.quit();
  await longhaul.open();
  await longhaul.ask('summary', {});
  // The first look of a session is over when what is added has been told of.
  await longhaul.enqueue({ url: here.origin.url('/late.txt', { status: 404 }) });
  await longhaul.ended();
  await until(async () => (await shown()).length > 0, 'the news of now');
  const late = (await longhaul.items()).find(({ url }) => url.includes('late.txt'));
  assert.deepEqual(await shown(), [`failure ${late?.id}`]);
});
