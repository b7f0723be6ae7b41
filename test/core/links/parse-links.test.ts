import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLinks } from '../../../src/core/links/parse-links.ts';

const TABLE: readonly (readonly [what: string, text: string, links: readonly string[]])[] = [
  ['nothing', '', []],
  ['prose without a link', 'Note: the ratio is 3.1/4.2, e.g./i.e. and/or so.', []],
  ['a name that is not a link', 'open report.final.pdf and main.ts', []],
  ['one link', 'https://example.org/a.zip', ['https://example.org/a.zip']],
  [
    'one a line',
    'https://a.org/1\nhttp://b.org/2\r\n\thttps://c.org/3',
    ['https://a.org/1', 'http://b.org/2', 'https://c.org/3'],
  ],
  ['a full stop', 'Get https://example.org/a.zip.', ['https://example.org/a.zip']],
  ['a comma and a question mark', 'https://a.org/1, or https://a.org/2?', ['https://a.org/1', 'https://a.org/2']],
  ['brackets around', '(see https://a.org/1)', ['https://a.org/1']],
  [
    'brackets inside',
    'https://en.wikipedia.org/wiki/Long_haul_(film)',
    ['https://en.wikipedia.org/wiki/Long_haul_(film)'],
  ],
  ['brackets inside and around', '(https://a.org/b_(c)).', ['https://a.org/b_(c)']],
  [
    'quotes',
    `"https://a.org/1" 'https://a.org/2' “https://a.org/3” «https://a.org/4»`,
    ['https://a.org/1', 'https://a.org/2', 'https://a.org/3', 'https://a.org/4'],
  ],
  ['an autolink', '<https://a.org/1>', ['https://a.org/1']],
  ['markdown', '[the file](https://a.org/1 "title") **https://a.org/2**', ['https://a.org/1', 'https://a.org/2']],
  ['markdown with the link as text', '[https://a.org/1](https://a.org/1)', ['https://a.org/1']],
  ['markup', '<a class=x href="https://a.org/?a=1&amp;b=2">www.other.org</a>', ['https://a.org/?a=1&b=2']],
  ['markup in single quotes', "<li><a href='https://a.org/1'><b>One</b></a></li>", ['https://a.org/1']],
  ['an image in markup', '<img alt="x" src="https://a.org/1.png"/>', ['https://a.org/1.png']],
  ['an attribute that only ends in src', '<img data-src="https://a.org/1.png">', []],
  ['a relative target', '<a href="/file.zip">file</a>', []],
  [
    'strung with commas',
    'https://a.org/1,https://a.org/2;http://b.org/3',
    ['https://a.org/1', 'https://a.org/2', 'http://b.org/3'],
  ],
  ['a comma inside', 'https://a.org/1,2.png', ['https://a.org/1,2.png']],
  [
    'a link inside a link',
    'https://web.archive.org/web/2020/https://a.org/x',
    ['https://web.archive.org/web/2020/https://a.org/x'],
  ],
  [
    'a bare host with a link inside',
    'web.archive.org/web/https://a.org/x',
    ['https://web.archive.org/web/https://a.org/x'],
  ],
  ['a link in a query', 'https://a.org/?u=https://b.org/x&v=1', ['https://a.org/?u=https://b.org/x&v=1']],
  ['a label before it', 'URL:https://a.org/1 link=https://a.org/2', ['https://a.org/1', 'https://a.org/2']],
  ['hxxp', 'hxxp://a.org/1 HXXPS://a.org/2', ['http://a.org/1', 'https://a.org/2']],
  ['dots and colons in brackets', 'hxxps[:]//files[.]example[.]org/a.zip', ['https://files.example.org/a.zip']],
  ['www', 'www.example.org and (www.example.org/a.zip)', ['https://www.example.org', 'https://www.example.org/a.zip']],
  [
    'a bare host with a path',
    'example.org/a.zip, cdn.example.co.uk:8443/b',
    ['https://example.org/a.zip', 'https://cdn.example.co.uk:8443/b'],
  ],
  ['a bare host without a path', 'example.org', []],
  ['an address of mail', 'write to me@example.org/x', []],
  ['an address in another script', 'пример.рф/файл.zip', ['https://пример.рф/файл.zip']],
  ['Chinese without spaces', '请看https://a.org/1。谢谢', ['https://a.org/1']],
  [
    'other schemes',
    'ftp://a.org/1 javascript:alert(1) file:///etc/passwd data:text/plain,x',
    ['ftp://a.org/1', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/plain,x'],
  ],
  ['a scheme alone', 'https:// http://. ftp://', []],
  ['IPv6', 'http://[::1]:8080/x', ['http://[::1]:8080/x']],
  ['a port and a query', 'http://localhost:8080/a?b=c#d', ['http://localhost:8080/a?b=c#d']],
  [
    'batch patterns',
    'https://a.org/f[001:100].zip https://a.org/{x,y}',
    ['https://a.org/f[001:100].zip', 'https://a.org/{x,y}'],
  ],
  ['duplicates', 'https://a.org https://a.org/ HTTPS://A.org/#top hxxps://a.org', ['https://a.org']],
  ['a trailing slash', 'https://a.org/dir/', ['https://a.org/dir/']],
];

for (const [what, text, links] of TABLE) {
  test(`parseLinks: ${what}`, () => assert.deepEqual(parseLinks(text), links));
}

test('parseLinks takes time in proportion to the text, however hostile', () => {
  const started = performance.now();
  parseLinks('<a href="'.repeat(20_000));
  parseLinks(`https://a.org/${')'.repeat(2_000)}`);
  parseLinks('a.'.repeat(50_000));
  parseLinks('<a '.repeat(50_000));
  parseLinks(';'.repeat(100_000));
  assert.ok(performance.now() - started < 20_000);
});
