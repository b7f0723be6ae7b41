import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { LinkAsk } from '../../src/messages/protocol.ts';
import type { Switches } from '../origin/switches.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

/** Downloads one file and answers its path below the download folder. */
async function placeOf(path: string, switches: Switches, link: Partial<LinkAsk> = {}): Promise<string> {
  const item = await fetched(path, switches, link);
  return relative(here.longhaul.downloads, item.path ?? '');
}

async function fetched(path: string, switches: Switches, link: Partial<LinkAsk>): Promise<ListedItem> {
  const [id] = await here.longhaul.enqueue({ url: here.origin.url(path, switches), ...link });
  const item = (await here.longhaul.ended()).find(each => each.id === id);
  assert.equal(item?.status, 'done', item?.error?.message);
  return item;
}

const NAMED = { disposition: 'attachment; filename="given.txt"', type: 'text/plain' };

/** Without access nobody has asked the server beforehand: the name comes when the browser has seen the headers. */
const LATE: readonly (readonly [
  what: string,
  path: string,
  switches: Switches,
  link: Partial<LinkAsk>,
  place: string,
])[] = [
  ['a folder', '/a.txt', NAMED, { folder: 'one/two' }, 'one/two/given.txt'],
  ['a mask', '/b.txt', NAMED, { mask: '*host*/*name.upper*-*index.000*' }, '127.0.0.1/GIVEN-001.txt'],
  [
    'the page’s name where the server gives none',
    '/c.txt',
    { type: 'text/plain' },
    { download: 'page.txt' },
    'page.txt',
  ],
  [
    'the server’s name before the page’s',
    '/d.txt',
    { ...NAMED, disposition: 'attachment; filename="server.txt"' },
    { download: 'page2.txt' },
    'server.txt',
  ],
  [
    'a redirect to another name',
    '/e.txt',
    { redirect: '/final.txt?type=text/plain' },
    { folder: 'three' },
    'three/final.txt',
  ],
  ['the user’s name', '/f.txt', NAMED, { name: 'mine.txt', folder: 'four' }, 'four/mine.txt'],
];

for (const [what, path, switches, link, place] of LATE) {
  test(`without access: ${what} → ${place}`, async () => {
    assert.equal(await placeOf(path, switches, link), place);
  });
}

test('a name that is taken gets a number, beginning with 2', async () => {
  const names = ['x.txt', 'x (2).txt', 'x (3).txt'];
  for (const name of names)
    assert.equal(await placeOf('/x.txt', { type: 'text/plain', tag: name }, { folder: 'same' }), `same/${name}`);
});

test('the number of a sending and the place in it are kept over the death of the worker', async () => {
  const { longhaul, origin } = here;
  const links = ['x', 'y'].map(name => ({ url: origin.url(`/${name}.txt`, { type: 'text/plain', tag: 'batch' }) }));
  const first = await longhaul.ask('enqueue', { links, paused: true, mask: 'b*batch*/*index.00* *name*' });
  const more = {
    links: [{ url: origin.url('/z.txt', { type: 'text/plain', tag: 'batch' }) }],
    batch: first.batch,
    from: 3,
  };
  const rest = await longhaul.ask('enqueue', { ...more, paused: true, mask: 'b*batch*/*index.00* *name*' });
  await longhaul.killWorker();
  const ids = [...first.ids, ...rest.ids];
  await longhaul.ask('control', { ids, action: 'resume' });
  const items = (await longhaul.ended()).filter(({ id }) => ids.includes(id));
  assert.deepEqual(
    items.map(({ path }) => relative(longhaul.downloads, path ?? '')),
    ['01 x.txt', '02 y.txt', '03 z.txt'].map(name => `b${first.batch}/${name}`),
  );
  const next = await longhaul.ask('enqueue', { links: [{ url: origin.url('/last.txt', { tag: 'batch' }) }] });
  assert.equal(next.batch, first.batch + 1);
});

test('the browser’s own name keeps its way', async () => {
  assert.equal(await placeOf('/plain.txt', { type: 'text/plain' }), 'plain.txt');
});

test('a name of ours holds where the connection is cut and the browser goes on by itself', async () => {
  const cut = { size: 1_000_000, cut: 300_000, cuts: 1, type: 'application/octet-stream' };
  assert.equal(await placeOf('/cut.txt', cut, { folder: 'cut', name: 'whole.txt' }), 'cut/whole.txt');
  assert.equal(await placeOf('/cut-too.txt', cut, { folder: 'cut' }), 'cut/cut-too.txt');
});
