import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import type { CarrierName } from '../../src/core/carriers/carrier-name.ts';
import type { ListedItem } from '../../src/messages/listing.ts';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl, until } from './harness.ts';

/** How long each file takes. */
const SECONDS = 4;
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

interface Run {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Whether the run is in its middle. */
  readonly isInMiddle: (items: readonly ListedItem[]) => boolean;
}

const isMoving = (items: readonly ListedItem[], carrier: CarrierName): boolean =>
  items.some(item => item.status === 'running' && item.carrier === carrier && item.bytes > 0);

const RUNS: readonly Run[] = [
  {
    name: 'Background Fetches',
    sizes: [6_000_000, 4_000_000],
    isInMiddle: items => isMoving(items, 'background-fetch'),
  },
  {
    // A Background Fetch stands still while the browser downloads (Chromium 156): it is there, and has no bytes yet.
    name: 'both carriers',
    sizes: [6_000_000, 4_000_000, 800_000, 5_000_000, 500_000, 300_000],
    isInMiddle: items =>
      isMoving(items, 'browser-download') &&
      items.some(item => item.status === 'running' && item.carrier === 'background-fetch'),
  },
];

const ENDS = {
  closed: () => longhaul.quit(),
  'killed as in a crash': () => longhaul.crash(),
};

for (const { name, sizes, isInMiddle } of RUNS) {
  for (const [how, end] of Object.entries(ENDS)) {
    test(`the browser is ${how} amid ${name}: at its next start everything arrives, once, without a click`, async () => {
      const urls = sizes.map((size, index) =>
        origin.url(`/file-${index}.txt`, { size, rate: Math.round(size / SECONDS) }),
      );
      await longhaul.enqueue(...urls.map(url => ({ url })));
      await until(async () => isInMiddle(await longhaul.items()), 'the middle of the run');
      await end();
      await longhaul.open();

      const items = await longhaul.ended(120);
      for (const [index, item] of items.entries()) {
        assert.equal(item.status, 'done', `${item.url}: ${item.error?.message}`);
        assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(urls[index] ?? '', sizes[index] ?? 0));
      }
      const names = readdirSync(longhaul.downloads).filter(file => !file.endsWith('.crdownload'));
      assert.deepEqual(names.sort(), sizes.map((_, index) => `file-${index}.txt`).sort());
    });
  }
}
