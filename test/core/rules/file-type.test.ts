import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsType, parseFileType } from '../../../src/core/rules/file-type.ts';
import type { Known } from '../../../src/core/rules/rule.ts';
import { traitsOf } from '../../../src/core/rules/traits.ts';
import { makeKnown } from './make-rule.ts';

const url = 'https://example.org/a/b.tar.gz?x=1.zip';
const program = 'https://example.org/get.php?id=3';

for (const [typed, known, fit] of [
  ['gz', { url }, 'fits'],
  ['.gz', { url }, 'fits'],
  ['*.tar.gz', { url }, 'fits'],
  ['TAR.GZ', { url }, 'fits'],
  ['tar', { url, isFinal: true }, 'differs'],
  ['zip', { url }, 'unknown'],
  ['zip', { url, isFinal: true }, 'differs'],
  ['zip', { url, name: 'b.ZIP' }, 'fits'],
  ['gz', { url, name: 'b.zip' }, 'differs'],
  ['pdf', { url: program }, 'unknown'],
  ['pdf', { url: program, contentType: 'application/pdf' }, 'fits'],
  ['php', { url: program, contentType: 'application/pdf', isFinal: true }, 'differs'],
  ['org', { url: 'https://example.org/', isFinal: true }, 'differs'],
  ['video/*', { url }, 'unknown'],
  ['video/*', { url, isFinal: true }, 'differs'],
  ['video/*', { contentType: 'video/mp4' }, 'fits'],
  ['VIDEO/MP4', { contentType: 'Video/MP4; codecs="a"' }, 'fits'],
  ['video/*', { contentType: 'audio/mpeg' }, 'differs'],
  ['video/*', { name: 'film.mkv' }, 'unknown'],
  ['video/*', { name: 'film.mkv', isFinal: true }, 'fits'],
  ['video/*', { name: 'film.mkv', contentType: 'text/html', isFinal: true }, 'differs'],
  ['video/*', { name: 'film.mkv', contentType: 'application/octet-stream' }, 'unknown'],
  ['video/*', { name: 'film.mkv', contentType: 'application/octet-stream', isFinal: true }, 'fits'],
  ['application/octet-stream', { contentType: 'application/octet-stream', isFinal: true }, 'differs'],
  ['audio/*', { name: 'film.mp4', isFinal: true }, 'differs'],
  ['*/*', { name: 'film', isFinal: true }, 'differs'],
] as const satisfies readonly (readonly [string, Partial<Known>, string])[]) {
  test(`${typed} ← ${JSON.stringify(known)}: ${fit}`, () => {
    const type = parseFileType(typed);
    assert.ok(type !== null);
    assert.equal(fitsType(type, traitsOf(makeKnown(known))), fit);
  });
}

for (const typed of ['', '.', '*', '*.', 'a b', 'a/', '/b', 'a/b/c', 'tar..gz', 'p?f', '../x', 'a'.repeat(101)]) {
  test(`${JSON.stringify(typed.slice(0, 20))} is no type`, () => {
    assert.equal(parseFileType(typed), null);
  });
}
