import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameFor, joinPath, lastSegment, type NameSources } from '../../../src/core/naming/file-name.ts';
import { withoutNumber } from '../../../src/core/naming/numbered-name.ts';

const NONE: NameSources = { wished: null, disposition: null, url: 'https://files.test/', contentType: null };
const named = (name: string): string => `attachment; filename="${name}"`;

/** The user's, else the server's, else the URL's last segment, else its host. */
const NAMES: readonly (readonly [what: string, sources: Partial<NameSources>, name: string])[] = [
  ['the user’s first', { wished: 'mine.zip', disposition: named('theirs.zip') }, 'mine.zip'],
  ['the user’s is made safe', { wished: '../x/con' }, '_x_con'],
  ['the user’s as it is, without an extension', { wished: 'mine', contentType: 'application/pdf' }, 'mine'],
  ['the user’s is unusable', { wished: ' .. ', disposition: named('theirs.zip') }, 'theirs.zip'],
  ['the server’s', { disposition: named('theirs.zip'), url: 'https://files.test/x.zip' }, 'theirs.zip'],
  ['the server’s is made safe', { disposition: named('../../a:b.zip') }, '_.._a_b.zip'],
  ['the server’s as it is', { disposition: named('theirs'), contentType: 'text/html' }, 'theirs'],
  ['the server names none', { disposition: 'attachment', url: 'https://files.test/x.zip' }, 'x.zip'],
  ['the server’s is unusable', { disposition: named('..'), url: 'https://files.test/x.zip' }, 'x.zip'],
  ['the URL’s', { url: 'https://files.test/a/b.tar.gz?c=d.e#f.g' }, 'b.tar.gz'],
  ['the URL’s, decoded', { url: 'https://files.test/%C3%A9t%C3%A9%20%231.jpg' }, 'été #1.jpg'],
  ['the URL’s, not UTF-8', { url: 'https://files.test/%E9t%E9.jpg' }, 'été.jpg'],
  ['the URL’s, with a hidden separator', { url: 'https://files.test/a%2Fb%5Cc.zip' }, 'a_b_c.zip'],
  ['the URL’s, with a hidden traversal', { url: 'https://files.test/x/..%2f..%2fetc' }, '_.._etc'],
  ['the URL’s, without parameters', { url: 'https://files.test/x.zip;jsessionid=1' }, 'x.zip'],
  ['the server’s before the link’s', { disposition: named('theirs.zip'), download: 'link.zip' }, 'theirs.zip'],
  ['the link’s before the URL’s', { download: 'link.zip', url: 'https://files.test/x.zip' }, 'link.zip'],
  ['the link’s, with an extension', { download: 'link', contentType: 'application/pdf' }, 'link.pdf'],
  ['a link’s "true" is no name', { download: 'True', url: 'https://files.test/x.zip' }, 'x.zip'],
  ['an empty one neither', { download: ' ', url: 'https://files.test/x.zip' }, 'x.zip'],
  ['the URL’s before the title', { title: 'Title', url: 'https://files.test/x.zip' }, 'x.zip'],
  ['the title', { title: 'Chapter 1.2', contentType: 'application/pdf' }, 'Chapter 1.2.pdf'],
  ['the title, once with its extension', { title: 'a.JPEG', contentType: 'image/jpeg' }, 'a.JPEG'],
  ['the title, of no known type', { title: 'a: b' }, 'a_ b'],
  ['in the page’s charset', { disposition: named('caf\u00e5'), charset: 'windows-1253' }, 'cafε'],
  ['the host’s', { url: 'https://files.test/a/b/' }, 'files.test'],
  ['the host’s, where the segment is unusable', { url: 'https://files.test/%20%20' }, 'files.test'],
  ['none at all', { url: 'https://_/' }, 'download'],
  ['an IPv6 host’s', { url: 'http://[::1]:8080/' }, '[__1]'],
];

/** Extensions are added to what comes without one, by the type. */
const EXTENSIONS: readonly (readonly [url: string, contentType: string | null, name: string])[] = [
  ['https://files.test/x', 'application/pdf', 'x.pdf'],
  ['https://files.test/x', 'Application/PDF; charset=binary', 'x.pdf'],
  ['https://files.test/x', ' application/pdf ; charset=binary', 'x.pdf'],
  ['https://files.test/x', 'application/octet-stream', 'x'],
  ['https://files.test/x', 'constructor', 'x'],
  ['https://files.test/x', '', 'x'],
  ['https://files.test/x', null, 'x'],
  ['https://files.test/x.zip', 'application/pdf', 'x.zip'],
  ['https://files.test/x.7z', 'application/pdf', 'x.7z'],
  ['https://files.test/v1.2-final', 'application/pdf', 'v1.2-final.pdf'],
  ['https://files.test/a.is%20not%20one', 'application/pdf', 'a.is not one.pdf'],
  ['https://files.test/x.abcdefghijk', 'application/pdf', 'x.abcdefghijk.pdf'],
  ['https://files.test/x.', 'application/pdf', 'x.pdf'],
  ['http://localhost/', 'text/html', 'localhost.html'],
  ['https://files.test/get.php?id=1', 'application/pdf', 'get.pdf'],
  ['https://files.test/get.php?', 'application/pdf', 'get.pdf'],
  ['https://files.test/get.php#?', 'application/pdf', 'get.php'],
  ['https://files.test/get.php?id=1', 'application/octet-stream', 'get.php'],
  ['https://files.test/x.jpeg?id=1', 'image/jpeg', 'x.jpeg'],
  ['https://files.test/x.tar.gz?id=1', 'application/gzip', 'x.tar.gz'],
  ['https://files.test/x.tar.gz?id=1', 'application/zip', 'x.zip'],
];

for (const [what, sources, name] of NAMES) {
  test(`fileNameFor: ${what}`, () => assert.equal(fileNameFor({ ...NONE, ...sources }), name));
}

for (const [url, contentType, name] of EXTENSIONS) {
  test(`fileNameFor: ${url}, ${contentType} → ${name}`, () => {
    assert.equal(fileNameFor({ ...NONE, url, contentType }), name);
  });
}

test('fileNameFor: an extension for each of the types that people download most', () => {
  const types = {
    application: { gzip: 'gz', json: 'json', pdf: 'pdf', xml: 'xml', zip: 'zip' },
    audio: { mpeg: 'mp3', mp4: 'm4a', ogg: 'ogg', wav: 'wav' },
    image: { gif: 'gif', jpeg: 'jpg', png: 'png', 'svg+xml': 'svg', webp: 'webp' },
    text: { css: 'css', csv: 'csv', html: 'html', plain: 'txt' },
    video: { mp4: 'mp4', webm: 'webm' },
  };
  for (const [kind, extensions] of Object.entries(types)) {
    for (const [type, extension] of Object.entries(extensions)) {
      const sources = { ...NONE, url: 'https://files.test/x', contentType: `${kind}/${type}` };
      assert.equal(fileNameFor(sources), `x.${extension}`);
    }
  }
});

const PATHS: readonly (readonly [folder: string | null, path: string])[] = [
  [null, 'x.zip'],
  ['', 'x.zip'],
  ['a', 'a/x.zip'],
  ['a/b c/d', 'a/b c/d/x.zip'],
  ['a\\b', 'a/b/x.zip'],
  ['/a//b/', 'a/b/x.zip'],
  ['..', 'x.zip'],
  ['../../a/../b', 'a/b/x.zip'],
  ['a/./b', 'a/b/x.zip'],
  ['a/.../b', 'a/b/x.zip'],
  ['.a./ b ', 'a/b/x.zip'],
  ['con/nul.d', '_con/_nul.d/x.zip'],
  ['C:/a', 'C_/a/x.zip'],
  ['a\u202eb/c\u0000d', 'a_b/c_d/x.zip'],
];

for (const [folder, path] of PATHS) {
  test(`joinPath: ${JSON.stringify(folder)} → ${path}`, () => assert.equal(joinPath(folder, 'x.zip'), path));
}

for (const [url, segment] of [
  ['https://files.test', ''],
  ['https://files.test/a/', ''],
  ['https://files.test/a/b', 'b'],
  ['https://files.test/a?b/c', 'a'],
  ['https://files.test/%D1%84.zip', 'ф.zip'],
  ['https://files.test/%zz', '%zz'],
  ['https://files.test/a%2Fb', 'a/b'],
] as const) {
  test(`lastSegment: ${url} → ${segment}`, () => assert.equal(lastSegment(url), segment));
}

for (const [name, bare] of [
  ['file.zip', 'file.zip'],
  ['file (2).zip', 'file.zip'],
  ['file (1234).zip', 'file.zip'],
  ['file (12345).zip', 'file (12345).zip'],
  ['file (2)', 'file'],
  ['file (2).tar.gz', 'file.tar.gz'],
  ['file (1) (2).zip', 'file (1).zip'],
  ['file (2) of 3.zip', 'file (2) of 3.zip'],
  ['file(2).zip', 'file(2).zip'],
  ['file (b).zip', 'file (b).zip'],
  ['file ().zip', 'file ().zip'],
] as const) {
  test(`withoutNumber: ${name} → ${bare}`, () => assert.equal(withoutNumber(name), bare));
}
