import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, filesOf, worldWith } from './take-over-click.ts';

const URL = 'https://a.granted.test/big.bin?takes=5';
const PAGE = 'https://www.granted.test';
const REFERRER = `${PAGE}/list?page=2`;

test('a bypass is good for one download of its page', async () => {
  const world = worldWith();
  await world.worker().handlers.bypass({}, { origin: PAGE });
  click(world, URL, { referrer: REFERRER });
  await world.settle();
  click(world, `${URL}&second`, { referrer: REFERRER });
  await world.runToRest();
  assert.deepEqual(world.browser.takeOvers.downloads.files, [URL]);
  assert.deepEqual(
    world.browser.store.all().map(({ url }) => url),
    [`${URL}&second`],
  );
});

test('a bypass that is said at the same moment counts', async () => {
  const world = worldWith();
  void world.worker().handlers.bypass({}, { origin: PAGE });
  click(world, URL, { referrer: REFERRER });
  await world.runToRest();
  assert.deepEqual(filesOf(world), { ours: 0, theirs: 1 });
});

test('the pages that are listened in follow the settings', async () => {
  const world = worldWith({ sites: [] });
  const takeOver = { sites: ['www.granted.test', 'elsewhere.test'], types: [], leastSize: 0 };
  await world.insist('settings', { set: { takeOver } });
  assert.deepEqual(world.browser.takeOvers.listenedIn, ['https://*.www.granted.test/*', 'https://www.granted.test/*']);
  await world.insist('settings', { set: { takeOver: { ...takeOver, sites: [] } } });
  assert.deepEqual(world.browser.takeOvers.listenedIn, []);
});
