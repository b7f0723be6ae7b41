import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../fakes/world.ts';

const SLOW = 'https://files.test/slow.bin?takes=900';

test('a download that the browser keeps back for fear is shown as such, and does not count as stalled', async () => {
  const world = new World();
  await world.insist('enqueue', { links: [{ url: SLOW }] });
  await world.elapse(2_000);
  world.browser.downloads.answerAll();
  await world.settle();
  const [entry] = world.browser.downloads.running;
  assert.ok(entry !== undefined);
  // All bytes are there: nothing moves any more.
  world.browser.downloads.feared.set(entry.id, 'file');
  for (let minute = 0; minute < 5; minute += 1) await world.elapse(60_000);

  const [item] = world.browser.store.all();
  assert.deepEqual([item?.status, item?.attempt], ['running', 1]);
  const { answer } = await world.insist('list', {});
  const listed = answer as { items: { danger: { code: string; message: string } | null }[] };
  assert.deepEqual(listed.items[0]?.danger, { code: 'file', message: 'danger_undecided' });

  // The user keeps it.
  world.browser.downloads.feared.clear();
  await world.runToRest();
  assert.equal(world.browser.store.all()[0]?.status, 'done');
});
