import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** Above and below what is worth a Background Fetch. */
const SIZES = [3_000_000, 600_000];

afterEach(async () => {
  await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
  await here.longhaul.ask('settings', { set: { windows: [], hold: false } });
});

/** Sends one file for each carrier, and waits until bytes of one of them come. */
async function underWay(name: string): Promise<readonly string[]> {
  const urls = SIZES.map((size, index) => here.origin.url(`/${name}-${index}.txt`, { size, rate: size / 3 }));
  await here.longhaul.enqueue(...urls.map(url => ({ url })));
  await until(
    async () => (await here.longhaul.items()).some(({ status, bytes }) => status === 'running' && bytes > 0),
    'bytes',
  );
  return urls;
}

async function assertAllArrive(urls: readonly string[]): Promise<void> {
  const items = await here.longhaul.ended(90);
  for (const [index, url] of urls.entries()) {
    const item = items.find(each => each.url === url);
    assert.equal(item?.status, 'done', `${url}: ${item?.error?.message}`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZES[index] ?? 0));
  }
}

/** Minutes since midnight, so many minutes from now, in the browser's zone. */
async function minuteIn(minutes: number): Promise<number> {
  const page = await here.longhaul.page('chooser.html');
  const minute = await page.evaluate(ahead => {
    const at = new Date(Date.now() + ahead * 60_000);
    return at.getHours() * 60 + at.getMinutes();
  }, minutes);
  await page.close();
  return minute;
}

const isLive = ({ status }: { status: string }): boolean => ['starting', 'running'].includes(status);

test('outside its hours the queue stops what runs, and goes on when they begin, by itself', async () => {
  const urls = await underWay('hours');
  const opening = await minuteIn(2);
  await here.longhaul.ask('settings', {
    set: { windows: [{ days: EVERY_DAY, from: opening, to: await minuteIn(60) }] },
  });
  const held = await until(async () => {
    const items = await here.longhaul.items();
    return items.some(isLive) ? null : items;
  }, 'everything to stop');
  for (const { waitsFor, status } of held.filter(item => item.status !== 'done')) {
    assert.equal(status, 'queued');
    assert.equal(waitsFor?.why, 'closed');
    assert.ok((waitsFor?.until ?? 0) > Date.now() && (waitsFor?.until ?? 0) <= Date.now() + 120_000);
  }
  await until(async () => (await here.longhaul.items()).some(isLive), 'the hour to come', 130);
  await assertAllArrive(urls);
});

test('that all is paused is remembered over a restart, and what is added waits too', async () => {
  const urls = await underWay('held');
  await here.longhaul.ask('control', { ids: 'all', action: 'pause' });
  await until(async () => !(await here.longhaul.items()).some(isLive), 'everything to stop');
  const late = here.origin.url('/late.txt', { size: 100 });
  await here.longhaul.enqueue({ url: late });
  await here.longhaul.quit();
  await here.longhaul.open();

  const { hold, counts } = await here.longhaul.ask('summary', {});
  assert.ok(hold);
  assert.equal(counts.paused, urls.length + 1);
  assert.equal(here.origin.requestsFor('/late.txt').length, 0);
  await here.longhaul.ask('control', { ids: 'all', action: 'resume' });
  await assertAllArrive(urls);
  assert.equal((await here.longhaul.ask('summary', {})).hold, false);
});
