import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and their content blanked; positions and lines stay. */
  readonly code: string;
}

/** The TypeScript of these folders, in order. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap(filesIn)
    .filter(path => /\.tsx?$/.test(path))
    .map(sourceFile);
}

/** Paths of all files below a folder, in order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function sourceFile(path: string): SourceFile {
  const text = readText(path);
  return { path, text, code: withoutComments(text) };
}

/** Strings are stepped over, so that `https://` in one begins no comment. */
export function withoutComments(text: string): string {
  const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[^]*?\*\/|\/\/[^\n]*/g;
  return text.replace(tokens, token => (token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token));
}

/** `path:line` of every match, for messages. */
export function placesOf(pattern: RegExp, { path, code }: SourceFile): readonly string[] {
  const all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  return [...code.matchAll(all)].map(match => `${path}:${lineAt(code, match.index)}: ${match[0].trim()}`);
}

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}
