import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePaste } from '../../../src/core/links/parse-paste.ts';
import type { PastedLink, PasteKind } from '../../../src/core/links/pasted.ts';

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

type Row = readonly [
  what: string,
  text: string,
  kind: PasteKind,
  links: readonly (string | PastedLink)[],
  notes?: readonly string[],
];

const TABLE: readonly Row[] = [
  ['prose', 'See https://a.org/1, or https://a.org/2.', 'text', ['https://a.org/1', 'https://a.org/2']],
  ['nothing', '', 'text', []],
  [
    'markup',
    '<p>x <a href="https://a.org/?a=1&amp;b=2&#38;c=3">www.other.org</a> https://b.org/1 <img src=//c.org/i.png>',
    'html',
    ['https://a.org/?a=1&b=2&c=3', 'https://b.org/1', 'https://c.org/i.png'],
  ],
  [
    'markup with a base, and without',
    '<a href="before.zip">x</a><base href="https://a.org/d/"><a href="f.zip">x</a><a href=#top>y</a>',
    'html',
    ['https://a.org/d/f.zip'],
    ['relative before.zip'],
  ],
  ['a target that ends as a sentence does', "<a href='https://a.org/f.'>x</a>", 'html', ['https://a.org/f.']],
  [
    'markup that is a script',
    '<a href="https://a.org/1">x</a><script>"https://a.org/2"</script>',
    'html',
    ['https://a.org/1'],
  ],
  ['a comment', '<a href="https://a.org/1">x</a><!-- <a href="https://a.org/2"> -->', 'html', ['https://a.org/1']],
  [
    'markdown',
    '[a](https://a.org/1 "t") ![b](<https://a.org/2 3.png>) <https://a.org/4> [c](d.zip)\n\n[e]: https://a.org/5\\_6 "t"',
    'markdown',
    ['https://a.org/1', 'https://a.org/2%203.png', 'https://a.org/4', 'https://a.org/5_6'],
    ['relative d.zip'],
  ],
  ['markdown with brackets', '[a](https://a.org/b_(c)).', 'markdown', ['https://a.org/b_(c)']],
  [
    'checksums beside links',
    `https://a.org/1.zip sha256:${SHA256}\nhttps://a.org/2.zip\t${SHA1}\n${MD5}  https://a.org/3.zip`,
    'list',
    [
      { url: 'https://a.org/1.zip', checksum: `sha-256:${SHA256}` },
      { url: 'https://a.org/2.zip', checksum: `sha-1:${SHA1}` },
      { url: 'https://a.org/3.zip', checksum: `md5:${MD5}` },
    ],
  ],
  [
    'names beside links',
    'https://a.org/1\tThe first one.zip\r\nhttps://a.org/2 second.zip\nhttps://a.org/3 is good',
    'list',
    [
      { url: 'https://a.org/1', name: 'The first one.zip' },
      { url: 'https://a.org/2', name: 'second.zip' },
      'https://a.org/3',
    ],
  ],
  [
    'sha256sum and links',
    `https://a.org/d/my%20file.zip\n${SHA256} *my file.zip\nSHA1 (other.zip) = ${SHA1}`,
    'list',
    [{ url: 'https://a.org/d/my%20file.zip', checksum: `sha-256:${SHA256}` }],
    ['checksum-alone other.zip'],
  ],
  [
    'sha256sum and a folder',
    `https://a.org/d/\n${SHA256}  ./my file.zip\n${SHA256}  sub/b.zip`,
    'list',
    [
      { url: 'https://a.org/d/my%20file.zip', checksum: `sha-256:${SHA256}` },
      { url: 'https://a.org/d/sub/b.zip', checksum: `sha-256:${SHA256}` },
    ],
  ],
  [
    'a checksum of a kind that is not known',
    `https://a.org/1.zip sha512:${SHA256}${SHA256}`,
    'list',
    ['https://a.org/1.zip'],
    [`checksum-kind sha512:${SHA256}${SHA256}`.slice(0, 'checksum-kind '.length + 79) + '…'],
  ],
  [
    'curl',
    `$ curl -sSL 'https://a.org/1?a=1&b=2' \\\n  -H 'Referer: https://p.org/x' -H 'Accept: */*' --create-dirs -o "out/my file.zip"\nhttps://a.org/2`,
    'curl',
    [{ url: 'https://a.org/1?a=1&b=2', referrer: 'https://p.org/x', name: 'my file.zip' }, 'https://a.org/2'],
  ],
  [
    'curl with what cannot be honoured',
    `curl https://a.org/1 -H 'Authorization: Bearer s3cret' -b 'id=s3cret' -u me:s3cret -X POST --data-raw $'x\\'s3cret' -H "X-Key: s3cret"`,
    'curl',
    ['https://a.org/1'],
    ['header Authorization', 'option -b', 'option -u', 'method -X', 'method --data-raw', 'header X-Key'],
  ],
  [
    'curl with several links',
    'curl -O https://a.org/1 -o two.zip https://a.org/2; curl -LOe https://p.org/ example.org/3',
    'curl',
    [
      'https://a.org/1',
      { url: 'https://a.org/2', name: 'two.zip' },
      { url: 'https://example.org/3', referrer: 'https://p.org/' },
    ],
  ],
  ['a redirection', 'curl https://a.org/1 > one.zip | tar x', 'curl', [{ url: 'https://a.org/1', name: 'one.zip' }]],
  ['ranges of curl', "curl -O 'https://a.org/f[01-10:2].zip'", 'curl', ['https://a.org/f[01:10:2].zip']],
  ['a quote that stays open', "curl 'https://a.org/1", 'curl', ['https://a.org/1'], ['quote curl']],
  [
    'an option that nobody knows',
    'curl --new-thing https://a.org/1',
    'curl',
    ['https://a.org/1'],
    ['option --new-thing'],
  ],
  [
    'wget',
    'wget -c --referer=https://p.org/ --header "Cookie: s3cret" -O one.zip https://a.org/1 -P /tmp',
    'wget',
    [{ url: 'https://a.org/1', name: 'one.zip', referrer: 'https://p.org/' }],
    ['header Cookie', 'option -P'],
  ],
  ['duplicates', 'https://a.org\nhttps://a.org/#x\tname.zip', 'text', [{ url: 'https://a.org', name: 'name.zip' }]],
  ['a batch', 'https://a.org/f[001:100].zip', 'text', ['https://a.org/f[001:100].zip']],
];

for (const [what, text, kind, links, notes = []] of TABLE) {
  test(`parsePaste: ${what}`, () => {
    const pasted = parsePaste(text);
    assert.deepEqual(
      pasted.links,
      links.map(link => (typeof link === 'string' ? { url: link } : link)),
    );
    assert.deepEqual(
      pasted.notes.map(({ problem, detail }) => `${problem} ${detail}`),
      notes,
    );
    assert.equal(pasted.kind, kind);
    assert.ok(!JSON.stringify(pasted).includes('s3cret'));
  });
}

const PIECES = [
  '<a href="',
  "<a href='",
  '<',
  '>',
  '<a ',
  '<!--',
  '-->',
  '<script>',
  '[a](',
  '](',
  '](<',
  '[',
  ']: ',
  '(',
  ')',
  '\\',
  "curl '",
  'curl ',
  "$'",
  '"',
  "'",
  '\n',
  ' ',
  '\t',
  'https://a.org/',
  'www.',
  'a.',
  '&',
  ';',
  '&#x',
  '=',
  '{',
  ':',
  '0123456789abcdef0123456789abcdef  ',
  'MD5 (',
  ') = ',
  '-H ',
  'href',
  '/',
];

test('each link that a line stands for is found, whatever the lines around it are', () => {
  const noise = fc.array(fc.constantFrom('Some words.', '# Title', '', 'a, b', '- one'), { maxLength: 4 });
  const numbers = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(noise, numbers, noise, (before, names, after) => {
      const links = names.map(n => `https://a.org/${n}.zip`);
      const pasted = parsePaste([...before, ...links, ...after].join('\n'));
      assert.deepEqual(
        pasted.links.map(({ url }) => url),
        links,
      );
    }),
  );
});

test('no text makes the reader fail, and each link comes once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 }), pieces => {
      const { links } = parsePaste(pieces.join(''));
      assert.equal(new Set(links.map(({ url }) => url)).size, links.length);
    }),
  );
});

test('a megabyte of hostile text takes time in proportion', () => {
  for (const piece of [
    ...PIECES,
    '<a href="x" ',
    '[a](b',
    'curl -H',
    '<a x=" ',
    '](\\(',
    '[a]: b\n',
    "curl 'x\n",
    '&amp;',
  ]) {
    const started = performance.now();
    parsePaste(piece.repeat(1_000_000 / piece.length));
    const took = performance.now() - started;
    assert.ok(took < 30_000, `${piece}: ${Math.round(took)} ms`);
  }
});
