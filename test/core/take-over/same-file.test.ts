import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { ForeignDownload } from '../../../src/core/take-over/foreign-download.ts';
import { isSameFile } from '../../../src/core/take-over/same-file.ts';
import { makeDownload } from './make-download.ts';

const AGAIN: ProbeResult & { kind: 'answered' } = {
  kind: 'answered',
  finalUrl: 'https://cdn.example.net/b/film.mp4',
  total: 5_000_000,
  contentType: 'Video/MP4; charset=utf-8',
  disposition: null,
  validator: null,
  hasRanges: null,
  isOpen: false,
  modifiedAt: null,
};

const CASES: readonly [string, Partial<ForeignDownload>, Partial<typeof AGAIN>, boolean][] = [
  ['the same type and size', {}, {}, true],
  ['another size', {}, { total: 5_000_001 }, false],
  ['another type', {}, { contentType: 'text/html' }, false],
  ['no type', {}, { contentType: null }, false],
  ['no type on either side', { type: null }, { contentType: null }, false],
  ['an empty type', { type: null }, { contentType: ' ; x' }, false],
  ['a size that only the browser knows', { path: '/d/film.mp4' }, { total: null }, false],
  ['a size that only we know', { total: null, path: '/d/film.mp4' }, {}, false],
  ['no sizes, the same name', { total: null, path: '/d/film.mp4' }, { total: null }, true],
  ['no sizes, a Windows path', { total: null, path: 'C:\\d\\film.mp4' }, { total: null }, true],
  ['no sizes, a name that was taken', { total: null, path: '/d/film (12).mp4' }, { total: null }, true],
  [
    'no sizes, two extensions',
    { total: null, path: '/d/a (1).tar.gz' },
    { total: null, finalUrl: 'https://a.org/a.tar.gz' },
    true,
  ],
  [
    'no sizes, a number of its own',
    { total: null, path: '/d/a (1).mp4' },
    { total: null, finalUrl: 'https://a.org/a%20(1).mp4' },
    true,
  ],
  ['no sizes, another name', { total: null, path: '/d/other.mp4' }, { total: null }, false],
  ['no sizes, no name yet', { total: null, path: '' }, { total: null }, false],
  [
    'no sizes, the name of the server',
    { total: null, path: '/d/b.mp4' },
    { total: null, disposition: 'attachment; filename=b.mp4' },
    true,
  ],
];

for (const [name, download, again, isSame] of CASES)
  test(`isSameFile: ${name} → ${isSame}`, () => {
    assert.equal(
      isSameFile(makeDownload({ ...download, path: '' }), makeDownload(download), { ...AGAIN, ...again }),
      isSame,
    );
  });

test('isSameFile: what was not answered is no file', () => {
  assert.equal(isSameFile(makeDownload(), makeDownload(), { kind: 'not-asked' }), false);
  assert.equal(isSameFile(makeDownload(), makeDownload(), { kind: 'failed', failure: failure('timed-out') }), false);
});

test('isSameFile: the type of the beginning counts, and the one that the browser has made of it', () => {
  const mp4 = makeDownload();
  const bytes = makeDownload({ type: 'application/octet-stream' });
  assert.equal(isSameFile(mp4, bytes, AGAIN), true);
  assert.equal(isSameFile(bytes, mp4, AGAIN), true);
  assert.equal(isSameFile(bytes, bytes, AGAIN), false);
});
