import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl, until } from './harness.ts';

const SIZES = [6_000_000, 4_000_000, 800_000, 5_000_000, 500_000, 300_000];
/** How long each file takes: longer than the first Background Fetch of a new browser needs to begin. */
const SECONDS = 8;
let origin: Origin;
let longhaul: Longhaul;

beforeEach(async () => {
  origin = await startOrigin();
  longhaul = await openLonghaul({ grants: 'all' });
});
afterEach(async () => {
  await longhaul.close();
  await origin.close();
});

/** Starts a run of both carriers and waits until it is in its middle: some bytes of each have been sent. */
async function toTheMiddle(): Promise<string[]> {
  const urls = SIZES.map((size, index) => origin.url(`/file-${index}.txt`, { size, rate: Math.round(size / SECONDS) }));
  await longhaul.enqueue(...urls.map(url => ({ url })));
  await until(async () => {
    const items = await longhaul.items();
    const running = items.filter(item => item.status === 'running' && item.bytes > 0).map(item => item.carrier);
    return running.includes('background-fetch') && running.includes('browser-download');
  }, 'both carriers to be at work');
  return urls;
}

async function assertAllArrive(urls: readonly string[]): Promise<void> {
  const items = await longhaul.ended(120);
  assert.equal(items.length, SIZES.length);
  for (const [index, item] of items.entries()) {
    assert.equal(item.status, 'done', `${item.url}: ${item.error?.message}`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(urls[index] ?? '', SIZES[index] ?? 0));
  }
  const names = readdirSync(longhaul.downloads).filter(name => !name.endsWith('.crdownload'));
  assert.deepEqual(names.sort(), SIZES.map((_, index) => `file-${index}.txt`).sort());
}

test('the browser is closed in mid-run: at its next start everything goes on without a click', async () => {
  const urls = await toTheMiddle();
  await longhaul.quit();
  await longhaul.open();
  await assertAllArrive(urls);
});

test('the browser crashes in mid-run: at its next start everything goes on without a click', async () => {
  const urls = await toTheMiddle();
  await longhaul.crash();
  await longhaul.open();
  await assertAllArrive(urls);
});
