import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWeb, type Link, type LinkProblem, parseLink } from '../../../src/core/links/parse-link.ts';
import { PLAIN, URL_ } from './plain-link.ts';

const SHA256 = 'ab'.repeat(32);

/** What is asked beside the URL, and what comes of it. */
const TAKEN: readonly (readonly [asked: Record<string, unknown>, link: Partial<Link>])[] = [
  [{}, {}],
  [{ referrer: null, name: null, folder: null, carrier: null, checksum: null, group: null }, {}],
  [{ referrer: undefined, priority: undefined, carrier: undefined }, {}],
  [{ referrer: 'https://page.test/list#top' }, { referrer: 'https://page.test/list' }],
  [{ referrer: 'https://me:pw@page.test/' }, { referrer: 'https://page.test/' }],
  [{ referrerPolicy: 'unsafe-url' }, { referrerPolicy: 'unsafe-url' }],
  [{ referrer: 'chrome-extension://abc/popup.html' }, { referrer: null }],
  [{ referrer: 'file:///home/me/list.html' }, { referrer: null }],
  [{ referrer: 'about:blank' }, { referrer: null }],
  [{ name: 'mine.zip' }, { name: 'mine.zip' }],
  [{ name: '../../x' }, { name: '../../x' }],
  [{ name: 'x'.repeat(1_024) }, { name: 'x'.repeat(1_024) }],
  [{ folder: 'a/b c/d' }, { folder: 'a/b c/d' }],
  [{ folder: 'a..b/..c/d..' }, { folder: 'a..b/..c/d..' }],
  [{ folder: '...' }, { folder: '...' }],
  [{ mask: '*host*/*name*' }, { mask: '*host*/*name*' }],
  [{ conflict: 'overwrite' }, { conflict: 'overwrite' }],
  [
    { download: ' a.zip ', title: 'A page', text: 'x'.repeat(2_000) },
    { said: { download: 'a.zip', title: 'A page', text: 'x'.repeat(1_024) } },
  ],
  [{ download: '', title: ' ' }, {}],
  [{ priority: 'high' }, { priority: 'high' }],
  [{ priority: 'normal' }, { priority: 'normal' }],
  [{ priority: 'low' }, { priority: 'low' }],
  [{ carrier: 'background-fetch' }, { wish: 'background-fetch' }],
  [{ carrier: 'browser-download' }, { wish: 'browser-download' }],
  [{ checksum: `sha-256:${SHA256}` }, { checksum: { algorithm: 'sha-256', hex: SHA256 } }],
  [{ checksum: ` SHA-256:${SHA256.toUpperCase()} ` }, { checksum: { algorithm: 'sha-256', hex: SHA256 } }],
  [{ checksum: `sha-1:${'0'.repeat(40)}` }, { checksum: { algorithm: 'sha-1', hex: '0'.repeat(40) } }],
  [{ checksum: `md5:${'f'.repeat(32)}` }, { checksum: { algorithm: 'md5', hex: 'f'.repeat(32) } }],
  [{ group: 'Lectures' }, { group: 'Lectures' }],
];

for (const [asked, link] of TAKEN) {
  test(`parseLink takes ${JSON.stringify(asked).slice(0, 80)}`, () => {
    assert.deepEqual(parseLink({ url: URL_, ...asked }), { ...PLAIN, ...link });
  });
}

/** The URL as it is sent, and as it is kept. */
const URLS: readonly (readonly [sent: string, kept: string])[] = [
  ['http://files.test', 'http://files.test/'],
  ['  https://files.test/a b\n', 'https://files.test/a%20b'],
  ['\u00a0\ufeffhttps://files.test/x\u3000', 'https://files.test/x'],
  ['HTTPS://FILES.TEST/A', 'https://files.test/A'],
  ['https://me:secret@files.test/x', 'https://files.test/x'],
  ['https://token@files.test/x', 'https://files.test/x'],
  ['https://files.test/x#page=3', 'https://files.test/x'],
  ['https://files.test/x?a=1#b?c', 'https://files.test/x?a=1'],
  ['https://files.test:443/x', 'https://files.test/x'],
  ['http://files.test:8080/x', 'http://files.test:8080/x'],
  ['https://пример.рф/файл', 'https://xn--e1afmkfd.xn--p1ai/%D1%84%D0%B0%D0%B9%D0%BB'],
  ['http://[2001:DB8::1]:8080/x', 'http://[2001:db8::1]:8080/x'],
  ['http://0x7f.1/x', 'http://127.0.0.1/x'],
  ['https://files.test/a/../../b', 'https://files.test/b'],
  ['https:\\\\files.test\\x', 'https://files.test/x'],
  ['https://files.test/%2e%2E/x', 'https://files.test/x'],
  ['https://files.test/?u=http://other.test/', 'https://files.test/?u=http://other.test/'],
];

for (const [sent, kept] of URLS) {
  test(`parseLink keeps ${JSON.stringify(sent)} as ${kept}`, () => {
    const hadSignIn = sent.includes('@files.test');
    assert.deepEqual(parseLink({ url: sent }), { ...PLAIN, url: kept, hadSignIn });
  });
}

const LONG = `https://files.test/${'a'.repeat(32 * 1_024 - 'https://files.test/'.length)}`;

/** What is asked beside the URL (or with another one), the problem, and the part that is named. */
const REFUSED: readonly (readonly [asked: Record<string, unknown>, problem: LinkProblem, detail: string])[] = [
  [{ url: '' }, 'not-a-url', ''],
  [{ url: 'files.test/a.zip' }, 'not-a-url', 'files.test/a.zip'],
  [{ url: '/a.zip' }, 'not-a-url', '/a.zip'],
  [{ url: 'https://' }, 'not-a-url', 'https://'],
  [{ url: 'https://a b/' }, 'not-a-url', 'https://a b/'],
  [{ url: 'https://files.test:99999/' }, 'not-a-url', 'https://files.test:99999/'],
  [{ url: 'http://[::1/' }, 'not-a-url', 'http://[::1/'],
  [{ url: 'file:///etc/passwd' }, 'scheme', 'file:'],
  [{ url: 'javascript:alert(1)' }, 'scheme', 'javascript:'],
  [{ url: ' java\nscript:alert(1)' }, 'scheme', 'javascript:'],
  [{ url: 'data:text/plain,x' }, 'scheme', 'data:'],
  [{ url: 'blob:https://files.test/1' }, 'scheme', 'blob:'],
  [{ url: 'filesystem:https://files.test/temporary/x' }, 'scheme', 'filesystem:'],
  [{ url: 'view-source:https://files.test/' }, 'scheme', 'view-source:'],
  [{ url: 'ftp://files.test/' }, 'scheme', 'ftp:'],
  [{ url: 'chrome://settings' }, 'scheme', 'chrome:'],
  [{ url: `${LONG}a` }, 'too-long', '32769'],
  [{ name: '' }, 'bad-name', ''],
  [{ name: '  ' }, 'bad-name', '  '],
  [{ name: 5 }, 'bad-name', '5'],
  [{ carrier: 'x'.repeat(200) }, 'bad-carrier', 'x'.repeat(200)],
  [{ carrier: 'x'.repeat(201) }, 'bad-carrier', `${'x'.repeat(199)}…`],
  [{ name: 'x'.repeat(1_025) }, 'bad-name', `${'x'.repeat(199)}…`],
  [{ folder: '' }, 'bad-folder', ''],
  [{ folder: ['a'] }, 'bad-folder', '["a"]'],
  [{ folder: 'x'.repeat(1_025) }, 'bad-folder', `${'x'.repeat(199)}…`],
  [{ folder: '..' }, 'bad-folder', '..'],
  [{ folder: '../x' }, 'bad-folder', '../x'],
  [{ folder: 'a/../b' }, 'bad-folder', 'a/../b'],
  [{ folder: 'a\\..\\b' }, 'bad-folder', 'a\\..\\b'],
  [{ folder: 'a/.. /b' }, 'bad-folder', 'a/.. /b'],
  [{ folder: 'a/\t..' }, 'bad-folder', 'a/\t..'],
  [{ folder: '/etc' }, 'bad-folder', '/etc'],
  [{ folder: '\\\\server\\share' }, 'bad-folder', '\\\\server\\share'],
  [{ folder: 'C:\\x' }, 'bad-folder', 'C:\\x'],
  [{ folder: 'c:x' }, 'bad-folder', 'c:x'],
  [{ referrerPolicy: 'sometimes' }, 'bad-referrer-policy', 'sometimes'],
  [{ referrerPolicy: 1 }, 'bad-referrer-policy', '1'],
  [{ group: '' }, 'bad-group', ''],
  [{ group: {} }, 'bad-group', '{}'],
  [{ priority: 'urgent' }, 'bad-priority', 'urgent'],
  [{ priority: '' }, 'bad-priority', ''],
  [{ priority: 1 }, 'bad-priority', '1'],
  [{ priority: 'toString' }, 'bad-priority', 'toString'],
  [{ carrier: 'pigeon' }, 'bad-carrier', 'pigeon'],
  [{ carrier: '' }, 'bad-carrier', ''],
  [{ carrier: true }, 'bad-carrier', 'true'],
  [{ checksum: SHA256 }, 'bad-checksum', SHA256],
  [{ checksum: `sha-256:${SHA256}0` }, 'bad-checksum', `sha-256:${SHA256}0`],
  [{ checksum: `md5:${SHA256}` }, 'bad-checksum', `md5:${SHA256}`],
  [{ checksum: `md5:${'g'.repeat(32)}` }, 'bad-checksum', `md5:${'g'.repeat(32)}`],
  [{ checksum: `md5:${'0'.repeat(32)}:` }, 'bad-checksum', `md5:${'0'.repeat(32)}:`],
  [{ checksum: `crc32:${'0'.repeat(8)}` }, 'bad-checksum', `crc32:${'0'.repeat(8)}`],
  [{ checksum: 'md5' }, 'bad-checksum', 'md5'],
  [{ checksum: 7 }, 'bad-checksum', '7'],
  [{ mask: '*nam*' }, 'bad-mask', '*nam*'],
  [{ mask: 7 }, 'bad-mask', '7'],
  [{ conflict: 'replace' }, 'bad-conflict', 'replace'],
  [{ download: true }, 'bad-download', 'true'],
  [{ title: {} }, 'bad-title', '{}'],
  [{ text: 7 }, 'bad-text', '7'],
  [{ referrer: 'page' }, 'bad-referrer', 'page'],
  [{ referrer: 3 }, 'bad-referrer', '3'],
  [{ referrer: `${LONG}a` }, 'bad-referrer', `${LONG.slice(0, 199)}…`],
  [{ nmae: 'x', wish: 'y' }, 'unknown-key', 'nmae'],
  [{ toString: 'x' }, 'unknown-key', 'toString'],
  [{ constructor: {} }, 'unknown-key', 'constructor'],
];

for (const [asked, problem, detail] of REFUSED) {
  test(`parseLink refuses ${JSON.stringify(asked).slice(0, 80)}: ${problem}`, () => {
    const sent = { url: URL_, ...asked };
    const url = sent.url.length > 200 ? `${sent.url.slice(0, 199)}…` : sent.url;
    assert.deepEqual(parseLink(sent), { problem, url, detail });
  });
}

test('every problem that a link can have is asked about', () => {
  const others = ['not-a-link'] as const satisfies readonly LinkProblem[];
  const asked = new Set<LinkProblem>([...others, ...REFUSED.map(([, problem]) => problem)]);
  const all = {
    'not-a-link': 1,
    'not-a-url': 1,
    scheme: 1,
    'too-long': 1,
    'bad-name': 1,
    'bad-folder': 1,
    'bad-mask': 1,
    'bad-conflict': 1,
    'bad-download': 1,
    'bad-title': 1,
    'bad-text': 1,
    'bad-priority': 1,
    'bad-carrier': 1,
    'bad-checksum': 1,
    'bad-group': 1,
    'bad-referrer': 1,
    'bad-referrer-policy': 1,
    'unknown-key': 1,
  } as const satisfies Record<LinkProblem, 1>;
  assert.deepEqual([...asked].sort(), Object.keys(all).sort());
});

for (const asked of [null, undefined, 'https://files.test/', 5, true, [], [{ url: URL_ }]]) {
  test(`parseLink takes no link for ${JSON.stringify(asked) ?? 'undefined'}`, () => {
    assert.deepEqual(parseLink(asked), { problem: 'not-a-link', url: '', detail: typeof asked });
  });
}

for (const url of [undefined, null, 5, { href: URL_ }, [URL_]]) {
  test(`parseLink takes no URL for ${JSON.stringify(url) ?? 'undefined'}`, () => {
    assert.deepEqual(parseLink({ url }), { problem: 'not-a-url', url: '', detail: typeof url });
  });
}

test('parseLink takes nothing from a prototype', () => {
  const polluting: unknown = JSON.parse(`{"url": "${URL_}", "__proto__": {"name": "x"}}`);
  assert.deepEqual(parseLink(polluting), { problem: 'unknown-key', url: URL_, detail: '__proto__' });
  const hidden: unknown = Object.create({ url: URL_, name: 'x' });
  assert.deepEqual(parseLink(hidden), { problem: 'not-a-url', url: '', detail: 'undefined' });
  const bare: unknown = Object.assign(Object.create(null), { url: URL_ });
  assert.deepEqual(parseLink(bare), PLAIN);
});

test('parseLink takes a URL of 32 KiB, for the file and for the page', () => {
  assert.equal(LONG.length, 32 * 1_024);
  assert.deepEqual(parseLink({ url: LONG }), { ...PLAIN, url: LONG });
  assert.deepEqual(parseLink({ url: URL_, referrer: LONG }), { ...PLAIN, referrer: LONG });
});

test('isWeb knows only the web', () => {
  for (const url of ['http://a.test/', 'https://a.test/x#y', 'HTTP://A.TEST']) assert.equal(isWeb(url), true, url);
  for (const url of [
    '',
    'a.test',
    'file:///x',
    'blob:https://a.test/1',
    'httpx://a.test/',
    'data:,http:',
    'ws://a.test',
  ])
    assert.equal(isWeb(url), false, url);
});
