import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Collected, createCollection, joinCollected } from '../../../src/core/links/collected.ts';
import type { FoundLink } from '../../../src/core/links/found-link.ts';

function link(url: string, over: Partial<FoundLink> = {}): FoundLink {
  const usual = { kind: 'link', page: 'https://a.com/', text: '', download: null, type: null, size: null } as const;
  return { url, ...usual, referrerPolicy: 'origin', ...over };
}

function part(links: readonly FoundLink[], over: Partial<Collected> = {}): Collected {
  return { links, leftOut: 0, unusable: 0, frames: 0, ...over };
}

test('what two frames show is one link, of the first', () => {
  const first = link('https://a.com/1', { page: 'https://a.com/', text: 'one' });
  const again = link('https://a.com/1', { page: 'https://a.com/frame', text: 'eins' });
  const joined = joinCollected([
    part([first], { leftOut: 1, unusable: 2, frames: 3 }),
    part([again, link('https://a.com/2')], { leftOut: 10, unusable: 20, frames: 30 }),
  ]);
  assert.deepEqual(joined, { links: [first, link('https://a.com/2')], leftOut: 11, unusable: 22, frames: 33 });
});

test('a link without words takes those of a later one', () => {
  const collection = createCollection();
  for (const text of ['', 'words', 'others']) collection.add(link('https://a.com/1', { kind: 'image', text }));
  assert.deepEqual(collection.links, [link('https://a.com/1', { kind: 'image', text: 'words' })]);
});

test('20 000 links are taken, and those beyond counted', () => {
  const collection = createCollection();
  for (let each = 0; each < 20_100; each += 1) collection.add(link(`https://a.com/${each}`));
  collection.add(link('https://a.com/0'));
  assert.deepEqual([collection.links.length, collection.leftOut], [20_000, 100]);
});

test('an answer stays below what the browser carries', () => {
  const collection = createCollection();
  for (let each = 0; each < 1_000; each += 1) collection.add(link(`https://a.com/${'a'.repeat(30_000)}${each}`));
  assert.equal(collection.links.length + collection.leftOut, 1_000);
  assert.ok(JSON.stringify(collection.links).length < 9_000_000);
});
