import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { LinkAsk } from '../../src/messages/protocol.ts';
import { startOrigin } from '../origin/origin.ts';
import { type Longhaul, openLonghaul, type Options, sha256OfFile, sha256OfUrl } from './harness.ts';

const NAMER = new URL('namer', import.meta.url).pathname;
const SIZE = 2_000_000;

interface Place {
  readonly longhaul: Longhaul;
  fetch(path: string, link?: Partial<LinkAsk>): Promise<{ readonly item: ListedItem; readonly place: string }>;
}

/** Beside an extension that names all downloads. */
async function beside(t: TestContext, others: Options['others'], grants: Options['grants']): Promise<Place> {
  const origin = await startOrigin();
  const longhaul = await openLonghaul({ grants, ...(others === undefined ? {} : { others }) });
  t.after(async () => {
    await longhaul.close();
    await origin.close();
  });
  return {
    longhaul,
    async fetch(path, link = {}) {
      const url = origin.url(path, { size: SIZE, type: 'text/plain' });
      const [id] = await longhaul.enqueue({ url, ...link });
      const item = (await longhaul.ended()).find(each => each.id === id);
      assert.ok(item?.status === 'done' && item.path !== null, item?.error?.message);
      assert.equal(sha256OfFile(item.path), sha256OfUrl(url, SIZE));
      return { item, place: relative(longhaul.downloads, item.path) };
    },
  };
}

function filesOf({ downloads }: Longhaul): readonly string[] {
  const entries = readdirSync(downloads, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(downloads, join(parentPath, name)));
}

for (const [grants, link] of [
  ['none', {}],
  ['all', { carrier: 'browser-download' }],
  ['all', { carrier: 'background-fetch' }],
] as const) {
  test(`beside one that was installed earlier the file has its name: ${grants}, ${JSON.stringify(link)}`, async t => {
    const { longhaul, fetch } = await beside(t, { before: [NAMER] }, grants);
    const { item, place } = await fetch('/a.txt', { folder: 'mine', name: 'b.txt', ...link });
    assert.deepEqual([place, item.wanted], ['mine/b.txt', null]);
    // Nothing of the download that got a wrong name first is left.
    assert.deepEqual(filesOf(longhaul), ['mine/b.txt']);
  });
}

test('one that was installed later has the last word, and the user is told', async t => {
  const { fetch } = await beside(t, { after: [NAMER] }, 'none');
  const { item, place } = await fetch('/a.txt', { folder: 'mine', name: 'b.txt' });
  assert.deepEqual([place, item.wanted], ['namer/a.txt', 'mine/b.txt']);
});

test('one that was installed later takes the name away even where it has nothing to say, and the user is told', async t => {
  const { fetch } = await beside(t, { after: [NAMER] }, 'none');
  const { item, place } = await fetch('/polite.txt', { folder: 'mine', name: 'b.txt' });
  assert.deepEqual([place, item.wanted], ['polite.txt', 'mine/b.txt']);
});

test('what wishes no name is named by the other, and nothing is told', async t => {
  const { fetch } = await beside(t, { after: [NAMER] }, 'none');
  const { item, place } = await fetch('/a.txt');
  assert.deepEqual([place, item.wanted], ['namer/a.txt', null]);
});
