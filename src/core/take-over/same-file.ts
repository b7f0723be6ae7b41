import type { ProbeResult } from '../carriers/probe-result.ts';
import { fileNameFor } from '../naming/file-name.ts';
import type { ForeignDownload } from './foreign-download.ts';
import { lastName } from '../naming/last-name.ts';

/**
 * Whether the server gives the same file for the same URL once more, as far as its headers tell: the same type and the
 * same size. Where either of both says no size the names must agree. What answered a form, or a link that is good for
 * one time only, is another one then, or none.
 *
 * `begun` is the download as it was when it began, `seen` as it is now. What the server said is the type of one of them:
 * at first the browser sees bytes in what was called text, later it goes by the name (Chromium 156).
 */
export function isSameFile(begun: ForeignDownload, seen: ForeignDownload, again: ProbeResult): boolean {
  if (again.kind !== 'answered') return false;
  const type = essenceOf(again.contentType);
  if (type === null || (type !== begun.type && type !== seen.type)) return false;
  if (again.total !== null && begun.total !== null) return again.total === begun.total;
  return again.total === begun.total && isSameName(seen.path, again);
}

/** A type without its parameters, in lower case; null where there is none. */
export function essenceOf(contentType: string | null): string | null {
  const essence = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return essence === '' ? null : essence;
}

function isSameName(path: string, again: ProbeResult & { kind: 'answered' }): boolean {
  const { disposition, contentType, finalUrl } = again;
  const name = fileNameFor({ wished: null, disposition, url: finalUrl, contentType });
  const own = lastName(path);
  // The browser numbers a name that is taken.
  return own === name || own.replace(/ \(\d+\)(?=(\.[^.]*){0,2}$)/, '') === name;
}
