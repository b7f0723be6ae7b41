import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });
const COUNT = 24;
const KILLS = 12;

test('the worker is killed again and again in mid-run: each file arrives once, whole', async t => {
  // Every third is big enough for a Background Fetch.
  const sizes = Array.from({ length: COUNT }, (_, index) => (index % 3 === 0 ? 3_000_000 : 300_000));
  const urls = sizes.map((size, index) => here.origin.url(`/file-${index}.txt`, { size, rate: size, latency: 50 }));
  await here.longhaul.enqueue(...urls.map(url => ({ url })));
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const random = numbersFrom(seed);
  let kills = 0;
  while (kills < KILLS && (await here.longhaul.items()).some(item => item.status !== 'done')) {
    await new Promise(resolve => setTimeout(resolve, random() * 800));
    if (await here.longhaul.killWorker()) kills += 1;
  }
  const items = await here.longhaul.ended(150);
  t.diagnostic(`${kills} deaths of the worker`);
  assert.ok(kills >= 5, 'the worker was hardly killed');
  for (const [index, item] of items.entries()) {
    assert.equal(item.status, 'done', `${item.url}: ${item.error?.message}`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, sizes[index] ?? 0));
  }
  const wanted = sizes.map((_, index) => `file-${index}.txt`).sort();
  assert.deepEqual(readdirSync(here.longhaul.downloads).sort(), wanted);
  for (const { url, log } of items) {
    const whole = here.origin
      .requestsFor(new URL(url).pathname)
      .filter(({ method, endedBy }) => method === 'GET' && endedBy === 'finished');
    // The records of a Background Fetch die with a worker that is killed over them; nothing else is fetched again.
    const lost = log.filter(({ what }) => what === 'lost').length;
    assert.ok(whole.length >= 1 && whole.length <= 1 + lost, `${url}: ${whole.length} requests, lost ${lost} times`);
  }
});

/** The same numbers of [0, 1) for the same seed (mulberry32), so that a failure can be repeated. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
