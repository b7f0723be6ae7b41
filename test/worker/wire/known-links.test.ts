import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../../src/messages/refusal.ts';
import { World } from '../../fakes/world.ts';

test('links are known as the queue keeps them: without their fragment and their sign-in', async () => {
  const world = new World();
  const { handlers } = world.worker();
  await handlers.enqueue({ links: [{ url: 'https://a.test/x.zip' }], paused: true }, {});
  const urls = [
    'https://a.test/x.zip',
    'https://a.test/y.zip',
    'https://me:secret@a.test/x.zip#part',
    'javascript:alert(1)',
    'nonsense',
  ];
  const answer = await handlers['known-links']({ urls }, {});
  assert.deepEqual(answer, { known: ['in-queue', null, 'in-queue', null, null] });
});

test('what is done is told apart, what has failed or was cancelled may come again', async () => {
  const world = new World();
  const { handlers } = world.worker();
  const { ids } = await handlers.enqueue({ links: [{ url: 'https://a.test/x.zip' }], paused: true }, {});
  await handlers.control({ ids, action: 'cancel' }, {});
  assert.deepEqual(await handlers['known-links']({ urls: ['https://a.test/x.zip'] }, {}), { known: [null] });
  const done = 'https://elsewhere.test/file.bin?tiny=1';
  await world.insist('enqueue', { links: [{ url: done }] });
  await world.runToRest();
  const answer = await world.worker().handlers['known-links']({ urls: [done] }, {});
  assert.deepEqual(answer, { known: ['done-before'] });
});

test('more than a thousand are refused', async () => {
  const { handlers } = new World().worker();
  const urls = Array<string>(1_001).fill('https://a.test/');
  await assert.rejects(handlers['known-links']({ urls }, {}), Refusal);
});
