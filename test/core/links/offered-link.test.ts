import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLikelyFile, offeredLinks } from '../../../src/core/links/offered-link.ts';
import { makeLink, makeOffer, type PartOfLink } from './make-link.ts';

test('what looks like a file that somebody wants', () => {
  const table: [PartOfLink, boolean][] = [
    [{ url: 'https://a.org/x.zip' }, true],
    [{ url: 'https://a.org/x.unknown' }, true],
    [{ url: 'https://a.org/x.png', kind: 'image' }, true],
    [{ url: 'https://a.org/x.png', kind: 'image', size: { width: 640, height: 480 } }, true],
    [{ url: 'https://a.org/x.png', kind: 'image', size: { width: 640, height: 47 } }, false],
    [{ url: 'https://a.org/x.png', kind: 'image', size: { width: 1, height: 1 } }, false],
    [{ url: 'https://a.org/x.png', kind: 'background' }, false],
    [{ url: 'https://a.org/news.xml', kind: 'feed' }, false],
    [{ url: 'https://a.org/x' }, false],
    [{ url: 'https://a.org/x', kind: 'image' }, false],
    [{ url: 'https://a.org/x.html' }, false],
    [{ url: 'https://a.org/x.php', kind: 'image' }, false],
    [{ url: 'https://a.org/get', download: 'x.zip' }, true],
    [{ url: 'https://example.org/' }, false],
    [{ url: 'https://www.example.org/' }, false],
  ];
  for (const [link, is] of table) {
    const [offered] = makeOffer(link);
    assert.ok(offered !== undefined);
    assert.equal(isLikelyFile(offered), is, JSON.stringify(link));
  }
});

test('the kind: by extension, else by the word of the page, else by the element', () => {
  const kinds = makeOffer(
    { url: 'https://a.org/1.php', kind: 'image' },
    { url: 'https://a.org/stream', kind: 'audio' },
    { url: 'https://a.org/x.mp4', kind: 'link' },
    { url: 'https://a.org/x.zip', kind: 'image' },
    { url: 'https://a.org/page' },
    { url: 'https://a.org/get?id=3', type: 'Application/PDF; charset=x' },
    { url: 'https://a.org/2.bin', kind: 'video', type: 'application/octet-stream' },
    { url: 'https://a.org/3.php', kind: 'link', type: 'image/avif' },
  ).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['images', 'audio', 'video', 'archives', 'pages', 'documents', 'video', 'images']);
});

test('an own network: the mark is by the page of the link, whichever page is read with it', () => {
  const privately = 'http://192.168.0.1/';
  const offered = offeredLinks([
    { title: '', links: [makeLink({ url: 'http://192.168.0.2/a.zip', page: privately })] },
    {
      title: '',
      links: [
        makeLink({ url: 'http://192.168.0.2/b.zip' }),
        makeLink({ url: 'http://localhost:8080/c.zip' }),
        makeLink({ url: 'http://[::1]/d.zip' }),
        makeLink({ url: 'https://example.org/e.zip' }),
        // A frame of the own network in a page of the internet is not the internet.
        makeLink({ url: 'http://10.0.0.1/f.zip', page: 'http://10.0.0.1/frame' }),
      ],
    },
  ]);
  assert.deepEqual(
    offered.map(({ isPrivate }) => isPrivate),
    [false, true, true, true, false, false],
  );
});

test('several pages: each address once, by the first page that has it', () => {
  const url = 'https://a.org/x.zip';
  const offered = offeredLinks([
    { title: 'One', links: [makeLink({ url, page: 'https://one.org/' })] },
    { title: 'Two', links: [makeLink({ url, page: 'https://two.org/' }), makeLink({ url: 'https://a.org/y.zip' })] },
  ]);
  assert.deepEqual(
    offered.map(({ title, url, found }) => [title, url, found.page]),
    [
      ['One', url, 'https://one.org/'],
      ['Two', 'https://a.org/y.zip', 'https://example.org/'],
    ],
  );
});

test('a text that only repeats the name is not said twice', () => {
  const [same, other] = makeOffer(
    { url: 'https://a.org/x.zip', text: ' x.zip ' },
    { url: 'https://a.org/y.zip', text: 'The file' },
  );
  assert.equal(same?.text, '');
  assert.equal(other?.text, 'The file');
});
