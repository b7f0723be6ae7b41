import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensionOf, kindOfExtension, lastSegment } from '../../../src/core/links/file-kind.ts';
import { hostText, nameParts, visibleName } from '../../../popup/view/visible-name.ts';

test('visibleName shows what hides and leaves what writes', () => {
  assert.equal(visibleName('a\u202Ebc\u200B\u0000.exe'), 'a\uFFFDbc\uFFFD\uFFFD.exe');
  for (const name of ['می\u200Cخواهم.pdf', '👨\u200D👩\u200D👧.png', 'אלבום.mp3', 'naïve é.txt']) {
    assert.equal(visibleName(name), name);
  }
});

test('nameParts keeps the end with the extension', () => {
  assert.deepEqual(nameParts('short.zip'), ['short.zip', '']);
  assert.deepEqual(nameParts('a-rather-long-name-of-a-file.tar.gz'), ['a-rather-long-name-of-', 'a-file.tar.gz']);
  const name = 'ein-langer-name-ohne-eine-endung';
  assert.equal(nameParts(name).join(''), name);
  assert.equal(nameParts(`${'😀'.repeat(30)}.png`).join(''), `${'😀'.repeat(30)}.png`);
});

test('hostText', () => {
  assert.equal(hostText('https://www.example.org:8080/x'), 'example.org:8080');
  assert.equal(hostText('nonsense'), 'nonsense');
});

test('extensionOf', () => {
  const table: [string, string][] = [
    ['a.zip', 'zip'],
    ['A.ZIP', 'zip'],
    ['a.tar.gz', 'gz'],
    ['a.7z', '7z'],
    ['a', ''],
    ['.profile', ''],
    ['v1.2', ''],
    ['a.', ''],
    ['a.thisisnotone', ''],
    ['Mr. Smith', ''],
  ];
  for (const [name, extension] of table) assert.equal(extensionOf(name), extension, name);
});

test('kindOfExtension', () => {
  const table = {
    png: 'images',
    mp3: 'audio',
    mkv: 'video',
    iso: 'archives',
    pdf: 'documents',
    bin: 'files',
    html: 'pages',
    '': 'pages',
  };
  for (const [extension, kind] of Object.entries(table)) assert.equal(kindOfExtension(extension), kind, extension);
});

test('lastSegment', () => {
  const table: [string, string][] = [
    ['https://a.org/x/y.zip?z=1#q', 'y.zip'],
    ['https://a.org/x/', 'x'],
    ['https://a.org/', 'a.org'],
    ['https://a.org/a%20b.zip', 'a b.zip'],
    ['https://a.org/%E0%A4', '%E0%A4'],
    ['nonsense', 'nonsense'],
  ];
  for (const [url, name] of table) assert.equal(lastSegment(url), name, url);
});
