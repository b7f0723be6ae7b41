import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { startPolling } from '../../popup/poller.ts';

/** A look that ends when the test says so. */
function looks() {
  const ends: (() => void)[] = [];
  let most = 0;
  let open = 0;
  const look = () => {
    open += 1;
    most = Math.max(most, open);
    return new Promise<void>(resolve => ends.push(resolve)).then(() => {
      open -= 1;
    });
  };
  const end = async () => {
    ends.shift()?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { look, end, count: () => most, waiting: () => ends.length };
}

test('looks again after a pause, while it is watched', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { look, end, waiting } = looks();
  let isWatched = true;
  const poller = startPolling(look, () => isWatched);
  await end();
  assert.equal(waiting(), 0);
  mock.timers.tick(500);
  assert.equal(waiting(), 1);
  isWatched = false;
  await end();
  mock.timers.tick(5000);
  assert.equal(waiting(), 0, 'nobody looks at it');
  isWatched = true;
  void poller.refresh();
  assert.equal(waiting(), 1);
  await end();
  mock.timers.tick(500);
  assert.equal(waiting(), 1, 'goes on');
  poller.stop();
  await end();
  mock.timers.tick(5000);
  assert.equal(waiting(), 0);
  mock.timers.reset();
});

test('never two looks at a time, and a refresh waits for a look that began after it', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { look, end, count, waiting } = looks();
  const poller = startPolling(look, () => true);
  let isDone = false;
  const first = poller.refresh();
  const second = poller.refresh();
  assert.equal(first, second, 'refreshes that wait are one');
  void first.then(() => {
    isDone = true;
  });
  await end();
  assert.equal(isDone, false);
  assert.equal(waiting(), 1);
  await end();
  assert.equal(isDone, true);
  assert.equal(count(), 1);
  mock.timers.tick(500);
  assert.equal(waiting(), 1, 'one pause, one look');
  poller.stop();
  mock.timers.reset();
});
