import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../../src/messages/refusal.ts';
import { createHandlers } from '../../../src/worker/handlers.ts';
import { NO_PAGES } from '../../fakes/pages.ts';
import { World } from '../../fakes/world.ts';

const PAGE = { title: 'T', url: 'https://page.test/', links: [], leftOut: 0, unusable: 0, unreadFrames: 0 };

function readBasket(ask: unknown): Promise<unknown> {
  const { ports, keeper, takeOvers } = new World().worker();
  const readBasket = async (id: string) => (id === 'known' ? [PAGE] : null);
  return createHandlers(ports, { ...NO_PAGES, readBasket, takeOvers }, keeper)['read-basket'](ask, {});
}

test('a basket is answered by its name', async () => {
  assert.deepEqual(await readBasket({ basket: 'known' }), { pages: [PAGE] });
});

for (const [ask, code] of [
  [{ basket: 'unknown' }, 'unknown-basket'],
  [{}, 'unknown-basket'],
  [{ basket: 5 }, 'bad-ask'],
  [{ basket: 'known', more: 1 }, 'bad-ask'],
  [null, 'bad-ask'],
] as const)
  test(`read-basket ${JSON.stringify(ask)} is refused: ${code}`, async () => {
    await assert.rejects(readBasket(ask), (error: unknown) => error instanceof Refusal && error.code === code);
  });
