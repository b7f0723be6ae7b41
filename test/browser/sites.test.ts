import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

beforeEach(async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await here.longhaul.ask('settings', { set: { limit: 4, hostLimit: 2, hostDelay: 0 } });
});

/** The same server under another name, which is another site to the queue. */
function atLocalhost(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}

async function statusOf(url: string): Promise<string> {
  return (await here.longhaul.items()).find(item => item.url === url)?.status ?? 'unknown';
}

test('a hundred links of a site that does not answer leave another site’s link its way', async () => {
  const silent = Array.from({ length: 100 }, (_, index) =>
    here.origin.url(`/silent-${index}.txt`, { size: 10, latency: 600_000 }),
  );
  const healthy = atLocalhost(here.origin.url('/healthy.txt', { size: 1_000 }));
  await here.longhaul.enqueue(...[...silent, healthy].map(url => ({ url })));
  await until(async () => (await statusOf(healthy)) === 'done', 'the healthy link', 40);
  const items = await here.longhaul.items();
  assert.equal(items.filter(({ status }) => status === 'starting' || status === 'running').length, 2);
});

test('never more than the limit of a site are under way, and all arrive', async () => {
  const urls = Array.from({ length: 12 }, (_, index) =>
    here.origin.url(`/polite-${index}.txt`, { size: 30_000, rate: 100_000 }),
  );
  await here.longhaul.enqueue(...urls.map(url => ({ url })));
  await here.longhaul.ended();
  const bodies = here.origin.requests.filter(({ method, path }) => method === 'GET' && path.includes('polite'));
  assert.ok(bodies.length >= urls.length);
  const most = Math.max(...bodies.map(({ at }) => bodies.filter(other => other.at <= at && endOf(other) > at).length));
  assert.ok(most <= 2, `${most} at once`);
  const items = await here.longhaul.items();
  assert.deepEqual([...new Set(items.map(({ status }) => status))], ['done']);
});

test('a server that asks for a pause gets it from all items of its site, and then they go on by themselves', async () => {
  const PAUSE = 4;
  const busy = here.origin.url('/busy.txt', {
    size: 10,
    headStatus: 405,
    status: 429,
    retryAfter: String(PAUSE),
    statusTimes: 1,
  });
  const others = Array.from({ length: 3 }, (_, index) => here.origin.url(`/other-${index}.txt`, { size: 10 }));
  const elsewhere = atLocalhost(here.origin.url('/elsewhere.txt', { size: 10 }));
  await here.longhaul.ask('settings', { set: { limit: 1 } });
  await here.longhaul.enqueue(...[busy, ...others, elsewhere].map(url => ({ url })));
  await until(async () => (await statusOf(elsewhere)) === 'done', 'the other site’s link');
  const held = (await here.longhaul.items()).filter(({ url }) => others.includes(url));
  for (const item of held) assert.equal(item.waitsFor?.why, 'retry-after', item.url);

  const items = await here.longhaul.ended(90);
  for (const item of items) assert.equal(item.status, 'done', item.url);
  const refusedAt = here.origin.requestsFor('/busy.txt').find(({ status }) => status === 429)?.at ?? 0;
  const after = here.origin.requests.filter(({ at, path }) => at > refusedAt && path.includes('other'));
  const wait = Math.min(...after.map(({ at }) => at)) - refusedAt;
  assert.ok(wait >= PAUSE * 1000 - 50, `the next request came after ${wait} ms`);
});

test('with a delay between starts the requests of a site keep their distance', async () => {
  await here.longhaul.ask('settings', { set: { hostDelay: 1 } });
  const urls = Array.from({ length: 3 }, (_, index) => here.origin.url(`/slowly-${index}.txt`, { size: 10 }));
  await here.longhaul.enqueue(...urls.map(url => ({ url })));
  await here.longhaul.ended(150);
  const starts = urls.map(url => Math.min(...here.origin.requestsFor(new URL(url).pathname).map(({ at }) => at)));
  const gaps = starts.toSorted((a, b) => a - b).map((at, index, all) => at - (all[index - 1] ?? -Infinity));
  assert.ok(
    gaps.every(gap => gap >= 950),
    gaps.join(', '),
  );
});

function endOf({ at, endedAt }: { at: number; endedAt: number | null }): number {
  return endedAt ?? at + 3_600_000;
}
