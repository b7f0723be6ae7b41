import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from './awkward-page.ts';
import { GRANTS, lines, openHtml, readLinks } from './links-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: GRANTS, prepare: ({ origin }) => picture(origin) });

/** Each piece of a page, and what is found in it. */
const PIECES: readonly [name: string, html: string, found: readonly string[]][] = [
  ['anchors', '<a href="a.zip#x">Some <b>words</b></a><a>none</a>', ['link /p/a.zip Some words']],
  ['schemes', '<a href="//b.test/x">x</a><a href="?q">q</a>', ['link http://b.test/x x', 'link /p/page.html?q q']],
  ['a place in the page', '<a href="#top">top</a>', []],
  ['the same twice', '<a href="a"><img src="a" alt="A"></a><a href="a#b">again</a>', ['link /p/a A']],
  ['titles', '<a href="a" title="T"></a><a href="b" title="T">B</a>', ['link /p/a T', 'link /p/b B']],
  ['areas', '<map><area href="a" alt="A"><area href="b" title="B"></map>', ['link /p/a A', 'link /p/b B']],
  [
    'SVG anchors',
    '<svg><a href="a"><text>A</text></a><a xlink:href="b"><text>B</text></a></svg>',
    ['link /p/a A', 'link /p/b B'],
  ],
  [
    'pictures',
    `<img src="a.png" alt="A" srcset="b,1.png 1x, data:image/gif;base64,AA== 2x" data-src="c.png"
      data-srcset="d.png 100w,e.png 200w" data-original="f.png" data-lazy-src="g.png" title="T">`,
    ['a.png', 'c.png', 'f.png', 'g.png', 'b,1.png', 'd.png', 'e.png'].map(name => `image /p/${name} A`),
  ],
  [
    'the sources of a picture',
    '<picture><source srcset="a.avif, b.avif 2x" type="image/avif"><img src="c.png" title="C"></picture>',
    ['image /p/a.avif', 'image /p/b.avif', 'image /p/c.png C'],
  ],
  [
    'media',
    `<video src="a.mp4" poster="p.png" title="V"><source src="b.webm" type="video/webm"><track src="t.vtt" label="Text">
      </video><audio src="a.mp3"></audio><audio><source src="b.ogg"></audio>`,
    [
      'video /p/a.mp4 V',
      'image /p/p.png V',
      'video /p/b.webm',
      'track /p/t.vtt Text',
      'audio /p/a.mp3',
      'audio /p/b.ogg',
    ],
  ],
  [
    'feeds',
    `<link rel="alternate" type="application/rss+xml" href="rss" title="RSS"><link rel="ALTERNATE home" href="atom"
      type="application/atom+xml; charset=utf-8"><link rel="alternate" type="application/feed+json" href="json">
      <link rel="enclosure" href="e.mp3"><link rel="alternate" hreflang="de" href="de"><link rel="icon" href="i">`,
    ['feed /p/rss RSS', 'feed /p/atom', 'feed /p/json', 'feed /p/e.mp3'],
  ],
  [
    'text',
    `<p>See https://a.test/x.zip, hxxps://b[.]test/y and www.c.org/z.</p><a href="a">https://d.test/cut…</a>
      <script>"https://e.test/"</script><style>/* https://f.test/ */</style><noscript><p>https://g.test/</p></noscript>`,
    ['text https://a.test/x.zip', 'text https://b.test/y', 'text https://www.c.org/z', 'link /p/a https://d.test/cut…'],
  ],
  [
    'shadow roots',
    `<div><template shadowrootmode="open"><a href="a">in</a><p><template shadowrootmode="open"><a href="b">deeper</a>
      </template></p></template></div><div><template shadowrootmode="closed"><a href="c">closed</a></template></div>
      <a href="d">after</a>`,
    ['link /p/a in', 'link /p/b deeper', 'link /p/d after'],
  ],
  ['a base', '<base href="/elsewhere/"><a href="a">A</a><img src="b">', ['link /elsewhere/a A', 'image /elsewhere/b']],
  [
    'names over the properties of a form',
    `<form><input name="attributes"><input name="getAttribute"><input name="localName"><input name="childNodes">
      <input name="parentNode"><input name="shadowRoot"><input name="nodeType"><a href="a">A</a> https://a.test/x</form>`,
    ['link /p/a A', 'text https://a.test/x'],
  ],
  [
    'names over the properties of the document',
    `${['baseURI', 'createTreeWalker', 'querySelectorAll', 'activeElement', 'location', 'body', 'hasFocus', 'nodeType']
      .map(name => `<img name="${name}" id="${name}">`)
      .join('')}<form name="longhaul" id="longhaul"></form><a href="a">A</a>`,
    ['link /p/a A'],
  ],
  [
    'texts that pretend',
    '<a href="a">&lt;img src=x onerror=alert(1)&gt; \u202Egpj.exe \u200B</a>',
    ['link /p/a <img src=x onerror=alert(1)> \u202Egpj.exe \u200B'],
  ],
];

for (const [name, html, found] of PIECES)
  test(`what is found: ${name}`, async () => {
    const page = await openHtml(here, '/p/page.html', html);
    const { links } = await readLinks(here, page);
    await page.close();
    assert.deepEqual(lines(here, links), found);
  });

test('what the page says of a link comes with it', async () => {
  const page = await openHtml(
    here,
    '/p/page.html',
    `<a href="a" download="a name.zip" type="application/ZIP; x" rel="nofollow NoReferrer">A</a>
      <a href="b" download="true" type="nonsense">B</a><a href="c" download referrerpolicy="origin">C</a>
      <img src="/picture.svg#x"><img src="/missing.svg">`,
  );
  const { links } = await readLinks(here, page);
  assert.deepEqual(
    links.map(({ download, type, size, referrerPolicy }) => [download, type, size, referrerPolicy]),
    [
      ['a name.zip', 'application/zip', null, 'no-referrer'],
      [null, null, null, 'strict-origin-when-cross-origin'],
      [null, null, null, 'origin'],
      [null, null, { width: 120, height: 60 }, 'strict-origin-when-cross-origin'],
      [null, null, null, 'strict-origin-when-cross-origin'],
    ],
  );
  assert.ok(links.every(link => link.page === page.url()));
  await page.close();
});

test('pictures behind elements are read only when they are asked for', async () => {
  const page = await openHtml(
    here,
    '/p/page.html',
    `<style>p { background: url("/styled.png"), url(two.png) }</style><p>x</p><i style="background-image:url('a b')"></i>`,
  );
  assert.deepEqual((await readLinks(here, page)).links, []);
  assert.deepEqual(lines(here, (await readLinks(here, page, true)).links), [
    'background /styled.png',
    'background /p/two.png',
    'background /p/a%20b',
  ]);
  await page.close();
});

test('what is not of the web is counted, whatever its size, and never run', async () => {
  const page = await openHtml(
    here,
    '/p/page.html',
    `<a href="javascript:document.title='run'">trap</a><a href="data:text/html,x">data</a><a href="mailto:a@b.test">m</a>
      <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><a href="blob:http://a.test/1">b</a><a id="long">long</a>
      <a id="data">data</a><a href="ok">ok</a>`,
  );
  await page.evaluate(() => {
    document.querySelector('#long')?.setAttribute('href', `/${'a'.repeat(2_000_000)}`);
    document.querySelector('#data')?.setAttribute('href', `data:,${'a'.repeat(2_000_000)}`);
  });
  const { links, unusable } = await readLinks(here, page);
  assert.deepEqual(lines(here, links), ['link /p/ok ok']);
  assert.equal(unusable, 7);
  assert.equal(await page.title(), 'Links');
  await page.close();
});
