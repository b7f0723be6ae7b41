import { readFileSync } from 'node:fs';

/** A header and the name in it; '' where it holds none. */
export interface DispositionRow {
  readonly header: string;
  readonly expected: string;
  readonly source: string;
  readonly referrerCharset?: string;
}

/** One name where systems agree; null where Chromium made no file at all. */
export type Expected = string | { readonly posix: string; readonly win: string } | null;

export type FileNameRow =
  | {
      readonly kind: 'generate';
      readonly url: string;
      readonly contentDisposition: string;
      readonly referrerCharset: string;
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
  | {
      readonly kind: 'reservedOnWindows' | 'portableComponent' | 'portableRelativePath';
      readonly input: string;
      readonly expected: boolean;
    }
  | {
      readonly kind: 'downloadsFilenameArg';
      readonly input: string;
      readonly expected: string;
      readonly accepted: unknown;
    }
  | {
      readonly kind: 'mimeOverridesExtension';
      readonly input: string;
      readonly mime: string;
      readonly expected: string;
    };

/** Rows that do not hold, by the reason why they need not. */
export interface Exception {
  readonly kind: FileNameRow['kind'] | 'disposition';
  readonly reason: string;
  /** As `keyOf` gives them. */
  readonly rows: readonly string[];
}

/** test/corpora/README.md says where the rows come from; each also names its `source`. */
export const dispositions: readonly DispositionRow[] = read('../../corpora/disposition.json');
export const fileNames: readonly FileNameRow[] = read('../../corpora/filename.json');
export const exceptions: readonly Exception[] = read('./corpora-exceptions.json');

/** What tells a row from the others of its kind; equal rows of two sources have the same. */
export function keyOf(row: DispositionRow | FileNameRow): string {
  const expected = typeof row.expected === 'string' ? row.expected : JSON.stringify(row.expected);
  if ('header' in row) return `${row.header} → ${expected}`;
  if ('input' in row) return `${row.input} → ${expected}`;
  const suggested = 'suggestedName' in row ? row.suggestedName : '';
  return `${row.contentDisposition || suggested || row.url} → ${expected}`;
}

function read<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}
