import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../fakes/world.ts';
import { assertWhole } from './whole.ts';

const DOWNLOADED = ['https://one.test/a.bin', 'https://two.test/b.bin'];
const FETCHED = 'https://a.granted.test/big.bin';

/** So long that each file has had its time more than once. */
const LONG = 10 * 60_000;

test('a full disk holds the queue once, with one message, and all goes on when the user has made room', async () => {
  const world = new World();
  const { browser } = world;
  browser.downloads.isDiskFull = true;
  await world.insist('enqueue', { links: [...DOWNLOADED, FETCHED].map(url => ({ url })) });
  for (let times = 0; times < 20; times += 1) {
    browser.finishOne();
    await world.settle();
  }
  await world.elapse(LONG);
  assert.equal(browser.settings.hold, true);
  assert.deepEqual(
    browser.complaints.map(complaint => (complaint as Error).message),
    ['notice_diskFull'],
  );
  assert.deepEqual(
    browser.store.all().filter(({ status }) => status === 'failed'),
    [],
  );
  assert.equal(browser.downloads.files.length, 0);

  browser.downloads.isDiskFull = false;
  await world.insist('settings', { set: { hold: false } });
  await world.runToRest();
  assertWhole(world, 3);
  const fetches = browser.store
    .all()
    .find(({ url }) => url === FETCHED)
    ?.log.filter(({ what }) => what === 'fetched');
  assert.equal(fetches?.length, 1, 'what was fetched is not fetched again');
});
