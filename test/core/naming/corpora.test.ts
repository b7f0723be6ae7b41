import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nameOfDisposition } from '../../../src/core/naming/disposition.ts';
import { fileNameFor, joinPath } from '../../../src/core/naming/file-name.ts';
import { safeName } from '../../../src/core/naming/safe-name.ts';
import { isWeb } from '../../../src/core/links/parse-link.ts';

interface DispositionRow {
  readonly header: string;
  readonly expected: string;
  readonly source: string;
}
type Expected = string | { readonly posix: string; readonly win: string } | null;
type FileNameRow =
  | {
      readonly kind: 'generate';
      readonly url: string;
      readonly contentDisposition: string;
      readonly suggestedName: string;
      readonly mime: string;
      readonly defaultName: string;
      readonly expected: Expected;
    }
  | {
      readonly kind: 'headerToFinalName';
      readonly url: string;
      readonly contentDisposition: string;
      readonly mime: string;
      readonly expected: Expected;
    }
  | { readonly kind: 'safeName' | 'mustSurviveUnchanged'; readonly input: string; readonly expected: Expected }
  | { readonly kind: 'replaceIllegal'; readonly input: string; readonly replacement: string; readonly expected: string }
  | { readonly kind: 'reservedOnWindows' | 'portableComponent'; readonly input: string; readonly expected: boolean }
  | { readonly kind: 'portableRelativePath'; readonly input: string; readonly expected: boolean }
  | {
      readonly kind: 'downloadsFilenameArg';
      readonly input: string;
      readonly expected: string;
      readonly accepted: unknown;
    }
  | { readonly kind: 'mimeOverridesExtension' };

function read<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../../corpora/${file}`, import.meta.url), 'utf8'));
}
const dispositions = read<DispositionRow>('disposition.json');
const fileNames = read<FileNameRow>('filename.json');

/** Whether we do as the row says; null where it asks about something that is not ours, or not yet. */
function holds(row: FileNameRow): boolean | null {
  switch (row.kind) {
    case 'generate': {
      // Chromium's last resort is a word of the caller's, ours is the host.
      const isOurs = row.suggestedName === '' && row.expected !== row.defaultName && (row.url === '' || isWeb(row.url));
      return isOurs ? fits(generated(row), row.expected) : null;
    }
    case 'headerToFinalName':
      // A null is a download that Chromium could not make.
      return row.expected === null ? null : fits(generated(row), row.expected);
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
    case 'mimeOverridesExtension':
      return null;
  }
}

function generated({
  url,
  contentDisposition,
  mime,
}: {
  url: string;
  contentDisposition: string;
  mime: string;
}): string {
  return fileNameFor({
    wished: null,
    disposition: contentDisposition === '' ? null : contentDisposition,
    url: url === '' ? 'https://host.invalid/' : url,
    contentType: mime === '' ? null : mime,
  });
}

/** A name that is right on one system is right: ours are safe on all of them. */
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

/** How many rows held when this was written. Raise them with the code; never lower them. */
const LEAST_DISPOSITIONS = { all: 215, chromium: 50 };
const LEAST = {
  generate: 29,
  headerToFinalName: 129,
  safeName: 8,
  mustSurviveUnchanged: 8,
  replaceIllegal: 12,
  portableComponent: 12,
  portableRelativePath: 1,
  reservedOnWindows: 26,
  downloadsFilenameArg: 22,
  mimeOverridesExtension: 0,
} as const satisfies Record<FileNameRow['kind'], number>;

for (const [of, least] of Object.entries(LEAST_DISPOSITIONS)) {
  test(`nameOfDisposition agrees with as many rows of the corpus as before: ${of}`, t => {
    const rows = dispositions.filter(({ source }) => of === 'all' || source.startsWith(of));
    const right = rows.filter(({ header, expected }) => (nameOfDisposition(header) ?? '') === expected).length;
    t.diagnostic(`${of}: ${right} of ${rows.length} headers`);
    assert.ok(right >= least, `${right}, and it was ${least}`);
  });
}

for (const [kind, least] of Object.entries(LEAST)) {
  test(`names agree with as many rows of the corpus as before: ${kind}`, t => {
    const rows = fileNames.filter(row => row.kind === kind).map(holds);
    const applying = rows.filter(row => row !== null);
    const right = applying.filter(Boolean).length;
    t.diagnostic(`${kind}: ${right} of ${applying.length} names, ${rows.length - applying.length} not ours to decide`);
    assert.ok(right >= least, `${right}, and it was ${least}`);
  });
}
