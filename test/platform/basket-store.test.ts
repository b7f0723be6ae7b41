import './extension.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { basketStore } from '../../src/platform/basket-store.ts';
import { browser } from '../../src/platform/browser.ts';
import { SessionArea } from './session-area.ts';

const session = new SessionArea();
Object.assign(browser, { storage: { session } });

function page(title: string, count: number, text = ''): PageLinks {
  const link = { kind: 'link', page: 'https://example.com/', text, download: null, type: null, size: null } as const;
  const links = Array.from({ length: count }, (_, index) => ({
    ...link,
    url: `https://example.com/${index}`,
    referrerPolicy: 'strict-origin-when-cross-origin' as const,
  }));
  return { title, url: 'https://example.com/', links, leftOut: 0, unusable: 0, unreadFrames: 0 };
}

test('a basket is read as it was put, again and again; one that nobody put is not there', async () => {
  await basketStore.put('a', page('first', 2));
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await basketStore.read('a'), [page('first', 2)]);
  for (const id of ['b', '', 'toString', 'baskets']) assert.equal(await basketStore.read(id), null);
});

test('of many baskets the latest twenty stay, also when they are put at once', async () => {
  await Promise.all(Array.from({ length: 25 }, (_, index) => basketStore.put(`n${index}`, page('many', 1))));
  assert.equal(await basketStore.read('n4'), null);
  assert.ok(await basketStore.read('n5'));
  assert.ok(await basketStore.read('n24'));
  assert.equal([...session.kept.keys()].filter(key => key.startsWith('basket:')).length, 20);
});

test('big baskets push the older ones out, and a huge one is cut with word of it', async () => {
  const big = page('big', 10_000, 'x'.repeat(130));
  await basketStore.put('big', big);
  await basketStore.put('huge', page('huge', 20_000, 'x'.repeat(200)));
  assert.equal(await basketStore.read('big'), null);
  const [huge] = (await basketStore.read('huge')) ?? [];
  assert.ok(huge);
  assert.equal(huge.links.length + huge.leftOut, 20_000);
  assert.ok(huge.leftOut > 0 && huge.links.length > 8_000, `${huge.leftOut}`);
  assert.ok(JSON.stringify([...session.kept.values()]).length < 7_000_000);
});
