import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filePathOf, hasOwnName, hasOwnPlace, plainNameOf, type Told } from '../../../src/core/queue/file-path.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import { itemIn, RULED } from '../make-item.ts';

const TOLD: Told = {
  url: 'https://files.test/dir/file.zip',
  disposition: null,
  contentType: 'application/zip',
  suggested: null,
};
const SAID = { download: null, title: null, text: null };
const BY_SERVER = 'attachment; filename="report.zip"';

/** What the user and the page say, what is told of the file, and where it belongs. */
const PATHS: readonly (readonly [asked: Partial<Asked & Travelled>, told: Partial<Told>, path: string])[] = [
  [{}, {}, 'file.zip'],
  [{}, { disposition: BY_SERVER }, 'report.zip'],
  [{ name: 'mine.zip' }, { disposition: BY_SERVER }, 'mine.zip'],
  [{ said: { ...SAID, download: 'page.zip' } }, {}, 'page.zip'],
  [{ said: { ...SAID, download: 'page.zip' } }, { disposition: BY_SERVER }, 'report.zip'],
  [{ said: { ...SAID, download: 'true' } }, {}, 'file.zip'],
  [{ said: { ...SAID, title: 'Reports', text: 'Annual report' } }, { url: 'https://files.test/' }, 'Annual report.zip'],
  [{ said: { ...SAID, title: 'Reports' } }, { url: 'https://files.test/' }, 'Reports.zip'],
  [{}, { url: 'https://files.test/' }, 'files.test'],
  // The browser has seen the headers: what is not of the URL is the server's word.
  [{}, { suggested: 'server.zip' }, 'server.zip'],
  [{ said: { ...SAID, download: 'page.zip' } }, { suggested: 'server.zip' }, 'server.zip'],
  [{ said: { ...SAID, download: 'page.zip' } }, { suggested: 'file.zip' }, 'page.zip'],
  [{ name: 'mine.zip' }, { suggested: 'server.zip' }, 'mine.zip'],
  [{}, { suggested: '../..' }, 'file.zip'],
  [{ folder: 'a/b' }, { suggested: 'server.zip' }, 'a/b/server.zip'],
  [{ folder: '../a' }, {}, 'a/file.zip'],
  [{ ruled: RULED }, {}, 'papers/file.zip'],
  [{ ruled: RULED, folder: 'mine' }, {}, 'mine/file.zip'],
  [{ mask: '*host*/*name*-x' }, { disposition: BY_SERVER }, 'files.test/report-x.zip'],
  [{ mask: '*host*/*name*-x', folder: 'a' }, {}, 'a/files.test/file-x.zip'],
  [{ mask: '*host*/*name*-x', name: 'mine.zip' }, {}, 'mine.zip'],
  [
    { ruled: { ...RULED, mask: '*index.000* *name*' }, batch: { ...itemIn('queued').batch, index: 7 } },
    {},
    'papers/007 file.zip',
  ],
  [{ mask: '*name*', ruled: { ...RULED, mask: 'x*name*' } }, {}, 'papers/file.zip'],
  // A mask that an older version took, say: the file has its name at least.
  [{ mask: '*nonsense*' }, {}, 'file.zip'],
];

for (const [asked, told, path] of PATHS) {
  test(`filePathOf: ${JSON.stringify(asked)}, ${JSON.stringify(told)} → ${path}`, () => {
    assert.equal(filePathOf(itemIn('probing', asked), { ...TOLD, ...told }), path);
  });
}

test('plainNameOf leaves folder and mask out', () => {
  assert.equal(plainNameOf(itemIn('probing', { folder: 'a', mask: 'x*name*' }), TOLD), 'file.zip');
});

test('whose say the name and the place are', () => {
  const of = (asked: Partial<Asked & Travelled>): readonly boolean[] => {
    const item = itemIn('probing', asked);
    return [hasOwnName(item), hasOwnPlace(item)];
  };
  assert.deepEqual(of({}), [false, false]);
  assert.deepEqual(of({ name: 'x' }), [true, true]);
  assert.deepEqual(of({ mask: '*name*' }), [true, true]);
  assert.deepEqual(of({ folder: 'a' }), [false, true]);
  assert.deepEqual(of({ ruled: RULED }), [false, true]);
  assert.deepEqual(of({ ruled: { ...RULED, folder: null } }), [false, false]);
  assert.deepEqual(of({ ruled: { ...RULED, folder: null, mask: '*name*' } }), [true, true]);
});
