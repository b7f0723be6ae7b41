import { extensionOf } from './extension.ts';
import { fitted } from './safe-name.ts';

/**
 * The name, or where it is taken the first of `name (2).ext`, `name (3).ext` … that is free. A safe name stays safe.
 *
 * Names that differ in case, or in how they are composed, are the same file on Windows and macOS: they are taken too.
 */
export function numberedName(name: string, taken: ReadonlySet<string>): string {
  const keys = new Set(Array.from(taken, keyOf));
  const extension = extensionOf(name);
  const stem = name.slice(0, name.length - extension.length);
  let free = name;
  for (let number = 2; keys.has(keyOf(free)); number += 1) free = fitted(stem, ` (${number})${extension}`);
  return free;
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name without the ` (2)` that the browser adds where it is taken already. */
export function withoutNumber(name: string): string {
  return name.replace(/ \(\d{1,4}\)(?=(\.[^.]+)*$)/, '');
}

/** Whether a file at this absolute path has got the relative one that was wished, but for a number. */
export function isPathOf(path: string, wished: string): boolean {
  const key = (text: string): string => keyOf(withoutNumber(text.replaceAll('\\', '/')));
  return `/${key(path)}`.endsWith(`/${key(wished)}`);
}
