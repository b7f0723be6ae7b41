import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfDisposition } from '../../../src/core/naming/disposition.ts';
import { fileNameFor, joinPath } from '../../../src/core/naming/file-name.ts';
import { safeName } from '../../../src/core/naming/safe-name.ts';
import { dispositions, exceptions, type Expected, type FileNameRow, fileNames, keyOf } from './corpora.ts';

/** What each kind of row asks of us. Ours are safe on every system at once: right on one of them is right. */
const PROMISES = {
  generate: 'the file has the name that Chromium makes of URL, header, link and type',
  headerToFinalName: 'the file has the name that Chromium 156 gave it for this header',
  safeName: 'a name is made harmless as Chromium does',
  mustSurviveUnchanged: 'a harmless name in any script stays as it is',
  replaceIllegal: 'the characters that Chromium replaces are replaced, and no others',
  portableComponent: 'what is safe everywhere stays, what is not is changed',
  portableRelativePath: 'a path that is safe everywhere stays, one that is not is changed',
  reservedOnWindows: 'what Windows reserves is changed, what it does not stays',
  downloadsFilenameArg: 'chrome.downloads is never given what it refuses, and what it takes is not changed',
  mimeOverridesExtension: 'a program’s URL gives a file with the extension of its type',
} as const satisfies Record<FileNameRow['kind'], string>;

function holds(row: FileNameRow): boolean {
  switch (row.kind) {
    case 'generate':
      return fits(generated({ ...row, download: row.suggestedName, charset: row.referrerCharset }), row.expected);
    case 'headerToFinalName':
      return fits(generated(row), row.expected);
    case 'safeName':
    case 'mustSurviveUnchanged':
      return fits(safeName(row.input), row.expected);
    case 'replaceIllegal':
      return underscored(safeName(row.input) ?? '', row.replacement) === underscored(row.expected, row.replacement);
    case 'portableComponent':
      return (safeName(row.input) === row.input) === row.expected;
    case 'reservedOnWindows':
      return (safeName(row.input) !== row.input) === row.expected;
    case 'portableRelativePath':
      return (pathOf(row.input) === row.input) === row.expected;
    case 'downloadsFilenameArg': {
      // What it refuses must not be given to it; what it takes it may change itself.
      const path = pathOf(row.input);
      return row.accepted === true ? path === row.input || path === row.expected : path !== row.input;
    }
    case 'mimeOverridesExtension': {
      const url = `https://host.invalid/${row.input}?a=b`;
      return generated({ url, contentDisposition: '', mime: row.mime }) === row.expected;
    }
  }
}

interface Asked {
  readonly url: string;
  readonly contentDisposition: string;
  readonly mime: string;
  readonly download?: string;
  readonly charset?: string;
}

function generated({ url, contentDisposition, mime, download = '', charset = '' }: Asked): string {
  return fileNameFor({
    wished: null,
    disposition: contentDisposition === '' ? null : contentDisposition,
    download,
    url: url === '' ? 'https://host.invalid/' : url,
    contentType: mime === '' ? null : mime,
    ...(charset === '' ? {} : { charset }),
  });
}

function fits(name: string | null, expected: Expected): boolean {
  if (expected === null || typeof expected === 'string') return name === expected;
  return name === expected.posix || name === expected.win;
}

function underscored(name: string, replacement: string): string {
  return name.replaceAll(replacement, '_');
}

function pathOf(input: string): string {
  const parts = input.split('/');
  return joinPath(parts.slice(0, -1).join('/'), safeName(parts.at(-1) ?? '') ?? 'download');
}

/** Exactly the listed rows do not hold: one more is a fault, one fewer is to be struck from the list. */
function compare(kind: FileNameRow['kind'] | 'disposition', wrong: readonly string[]): void {
  const listed = exceptions.filter(exception => exception.kind === kind).flatMap(({ rows }) => rows);
  assert.deepEqual([...new Set(wrong)].sort(), [...listed].sort());
}

test('nameOfDisposition: what Chromium finds in the headers of seven parsers’ tests', t => {
  const wrong = dispositions.filter(
    ({ header, referrerCharset, expected }) => (nameOfDisposition(header, referrerCharset) ?? '') !== expected,
  );
  t.diagnostic(`disposition: ${dispositions.length - wrong.length} of ${dispositions.length} headers hold`);
  compare('disposition', wrong.map(keyOf));
});

test('nameOfDisposition: every row of Chromium’s own holds', () => {
  const rows = dispositions.filter(({ source }) => source.startsWith('chromium net/http'));
  assert.ok(rows.length > 60);
  for (const { header, referrerCharset, expected } of rows) {
    assert.equal(nameOfDisposition(header, referrerCharset) ?? '', expected, header);
  }
});

for (const kind of Object.keys(PROMISES) as FileNameRow['kind'][]) {
  test(`${kind}: ${PROMISES[kind]}`, t => {
    const rows = fileNames.filter(row => row.kind === kind);
    const wrong = rows.filter(row => !holds(row));
    t.diagnostic(`${kind}: ${rows.length - wrong.length} of ${rows.length} names hold`);
    compare(kind, wrong.map(keyOf));
  });
}

test('every exception says why, and none is listed twice', () => {
  const rows = exceptions.flatMap(({ kind, rows }) => rows.map(row => `${kind} ${row}`));
  assert.equal(new Set(rows).size, rows.length);
  for (const { reason } of exceptions) assert.ok(reason.length > 20);
});
