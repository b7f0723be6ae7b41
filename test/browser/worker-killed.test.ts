import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });
const COUNT = 30;
/** How long each file takes at least. */
const SECONDS = 3;
/** What befalls the run, in random order. */
const DISASTERS = { 'worker killed': 20, 'browser killed': 3, 'browser closed': 1 } as const;
type Disaster = keyof typeof DISASTERS;
/** ms at most between two of them. */
const LONGEST_PEACE = 700;

test('workers and browsers die again and again in mid-run: each file arrives once, whole', async t => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  t.diagnostic(`SEED=${seed}`);
  const random = numbersFrom(seed);
  await here.longhaul.ask('settings', { set: { limit: 4, hostLimit: 4 } });
  // Every third is big enough for a Background Fetch.
  const sizes = Array.from({ length: COUNT }, (_, index) => (index % 3 === 0 ? 3_000_000 : 300_000));
  const urls = sizes.map((size, index) =>
    here.origin.url(`/file-${index}.txt`, { size, rate: size / SECONDS, latency: 50 }),
  );
  await here.longhaul.enqueue(...urls.map(url => ({ url })));

  const survived = [];
  for (const disaster of shuffled(random)) {
    // A worker that is dead already would not be killed: what a page asks brings it to life.
    const items = await here.longhaul.items();
    if (items.every(({ status }) => status === 'done')) break;
    await new Promise(resolve => setTimeout(resolve, random() * LONGEST_PEACE));
    if (await strike(disaster)) survived.push(disaster);
  }
  const items = await here.longhaul.ended(180);
  t.diagnostic(
    `${survived.length} disasters, ${survived.filter(each => each === 'worker killed').length} of the worker`,
  );
  assert.ok(survived.length >= 22, `only ${survived.length} disasters: ${survived.join(', ')}`);
  for (const [index, item] of items.entries()) {
    assert.equal(item.status, 'done', `${item.url}: ${item.error?.message}`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, sizes[index] ?? 0));
  }
  // What a killed browser had begun to write stays behind under a name that nobody takes for a file.
  const names = readdirSync(here.longhaul.downloads).filter(name => !name.endsWith('.crdownload'));
  assert.deepEqual(names.sort(), sizes.map((_, index) => `file-${index}.txt`).sort());
  for (const { url, log } of items) assertFetchedOnce(url, log.filter(({ what }) => what === 'lost').length);
});

/** The bytes that die with a worker over their records, or with the browser, are fetched again; nothing else is. */
function assertFetchedOnce(url: string, lost: number): void {
  const whole = here.origin
    .requestsFor(new URL(url).pathname)
    .filter(({ method, endedBy }) => method === 'GET' && endedBy === 'finished');
  assert.ok(whole.length >= 1 && whole.length <= 1 + lost, `${url}: ${whole.length} requests, lost ${lost} times`);
}

async function strike(disaster: Disaster): Promise<boolean> {
  if (disaster === 'worker killed') return here.longhaul.killWorker();
  await (disaster === 'browser killed' ? here.longhaul.crash() : here.longhaul.quit());
  await here.longhaul.open();
  return true;
}

function shuffled(random: () => number): readonly Disaster[] {
  const names = Object.keys(DISASTERS) as Disaster[];
  const all = names.flatMap(name => Array.from({ length: DISASTERS[name] }, () => ({ name, at: random() })));
  return all.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

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
