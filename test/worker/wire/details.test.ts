import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemDetails, ListAnswer } from '../../../src/messages/listing.ts';
import { World } from '../../fakes/world.ts';

const URL_OF_IT = 'https://files.test/report.pdf';

async function details(world: World, ask: unknown): Promise<ItemDetails> {
  return world.worker().handlers.details(ask, {});
}

test('everything of an item that is done: its piece, its times, what happened', async () => {
  const world = new World();
  const { answer } = await world.insist('enqueue', { links: [{ url: URL_OF_IT }] });
  const [id = ''] = (answer as { ids: string[] }).ids;
  await world.runToRest();
  const known = await details(world, { id });
  assert.equal(known.item.status, 'done');
  assert.deepEqual(
    known.pieces.map(({ first, state }) => [first, state]),
    [[0, 'here']],
  );
  assert.ok(known.endedAt !== null && known.endedAt >= known.addedAt);
  assert.equal(known.item.log[0]?.what, 'added');
});

test('an id that nobody has, or none, is refused', async () => {
  const world = new World();
  await assert.rejects(details(world, { id: 'x' }), { code: 'unknown-item' });
  await assert.rejects(details(world, { id: 7 }), { code: 'bad-ask' });
  await assert.rejects(details(world, { of: 'x' }), { code: 'bad-ask' });
});

test('a list of ids answers those that are there, in their order, and nothing else beside', async () => {
  const world = new World();
  const links = ['a', 'b'].map(name => ({ url: `https://files.test/${name}.pdf` }));
  const { answer } = await world.insist('enqueue', { links, paused: true });
  const [first = '', second = ''] = (answer as { ids: string[] }).ids;
  const list = async (ask: unknown): Promise<ListAnswer> => world.worker().handlers.list(ask, {});
  const found = await list({ ids: [second, 'gone', first] });
  assert.deepEqual([found.total, found.items.map(({ id }) => id)], [2, [second, first]]);
  await assert.rejects(list({ ids: [first], limit: 5 }), { code: 'bad-ask' });
  await assert.rejects(list({ ids: 'all' }), { code: 'bad-ask' });
  await assert.rejects(list({ ids: Array.from({ length: 1_001 }, String) }), { code: 'bad-ask' });
});
