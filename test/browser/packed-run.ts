import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import { whyNoOffer } from '../../scripts/packed.mjs';
import type { CarrierName } from '../../src/core/carriers/carrier-name.ts';
import type { ListedItem } from '../../src/messages/listing.ts';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl, until } from './harness.ts';

export const COUNT = 20;
const reason = whyNoOffer();
/** For every test of a packed extension. */
export const wherePossible = reason === null ? {} : { skip: reason };

/** Twenty files: two large ones, then small and large ones in turn. The first comes to a stop until it is asked for again. */
const FILES = Array.from({ length: COUNT }, (_, index) => {
  const size = (index < 2 || index % 2 === 1 ? 2_000_000 : 300_000) + index * 10_000;
  // ms, each other than its neighbours': they must not all end in the same moment.
  const lasts = 500 + 150 * (index % 5);
  return {
    name: `file-${index}.txt`,
    size,
    switches: {
      size,
      rate: Math.round((size * 1000) / lasts),
      latency: 50,
      ...(index === 0 ? { stall: size / 4, stalls: 1 } : {}),
    },
  };
});

/** A run of both carriers in the packed and installed extension. A new one for each test of the calling file. */
export interface Run {
  readonly longhaul: Longhaul;
  /** Enqueues all files and resolves in the middle: both carriers have bytes, others wait behind them. */
  toMiddle(): Promise<void>;
  /** The files in the folder, without the leavings of a crash. */
  arrived(): string[];
  /** Resolves when every file is there, once and whole, without having called or clicked anything meanwhile. */
  toEnd(): Promise<void>;
}

export function packedRun(): Run {
  let origin: Origin | null = null;
  let longhaul: Longhaul | null = null;
  beforeEach(async () => {
    if (reason !== null) return;
    origin = await startOrigin();
    longhaul = await openLonghaul({ grants: 'all', packed: true });
  });
  afterEach(async () => {
    await longhaul?.close();
    await origin?.close();
  });
  return {
    get longhaul() {
      if (longhaul === null) throw new Error('It is opened before each test.');
      return longhaul;
    },
    async toMiddle() {
      const links = FILES.map(({ name, switches }) => ({ url: origin?.url(`/${name}`, switches) ?? '' }));
      await this.longhaul.ask('settings', { set: { limit: 4, hostLimit: 4 } });
      // A Background Fetch begins only while the browser downloads nothing (Chromium 156).
      await this.longhaul.enqueue(...links.slice(0, 2));
      await until(async () => moves(await this.longhaul.items(), 'background-fetch'), 'a Background Fetch to move');
      await this.longhaul.enqueue(...links.slice(2));
      await until(async () => isInMiddle(await this.longhaul.items()), 'the middle of the run');
    },
    arrived() {
      return readdirSync(this.longhaul.downloads)
        .filter(name => !name.endsWith('.crdownload'))
        .sort();
    },
    async toEnd() {
      await until(async () => this.arrived().length >= COUNT, 'every file', 120);
      const items = await this.longhaul.ended();
      assert.equal(items.length, COUNT);
      for (const [index, { name, size }] of FILES.entries()) {
        const item = items[index];
        assert.equal(item?.status, 'done', `${name}: ${item?.error?.message}`);
        assert.equal(item.path, join(this.longhaul.downloads, name));
        assert.equal(sha256OfFile(item.path), sha256OfUrl(item.url, size));
      }
      assert.deepEqual(this.arrived(), FILES.map(({ name }) => name).sort());
    },
  };
}

function isInMiddle(items: readonly ListedItem[]): boolean {
  return (
    moves(items, 'background-fetch') &&
    moves(items, 'browser-download') &&
    items.some(({ status }) => status === 'queued') &&
    items.some(({ status }) => status === 'done')
  );
}

/** Whether a file travels that way, and is not about to arrive. */
function moves(items: readonly ListedItem[], wanted: CarrierName): boolean {
  return items.some(
    ({ status, carrier, bytes, total }) =>
      status === 'running' && carrier === wanted && bytes > 0 && total !== null && bytes < total / 2,
  );
}
