import type { Failure } from './failure.ts';

/** What one question to the server told before the carrier is chosen. */
export type ProbeResult =
  /** The extension has no access to the host, so nothing was asked; or none to that where it leads, and may not read the answer. */
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'answered';
      /** Where the redirects ended. */
      readonly finalUrl: string;
      /** Bytes of the whole file as it travels; null when the server did not say, or compresses. */
      readonly total: number | null;
      readonly contentType: string | null;
      /** The raw `Content-Disposition`, one character a byte. */
      readonly disposition: string | null;
      /** What tells this version of the file from others (`validatorOf`); null when the server says nothing. */
      readonly validator: string | null;
      /** Whether the server gives parts of it; null where it has not said. */
      readonly hasRanges: boolean | null;
      /** The server lets any page read its answer, so that no rule of ours is needed for it. */
      readonly isOpen: boolean;
      /** When the file was changed, ms since the epoch, as the server says; null when it does not. */
      readonly modifiedAt: number | null;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The headers of an answer that a probe reads; `Headers` fits. */
export interface ReadableHeaders {
  get(name: string): string | null;
}

/**
 * Reads the answer to a HEAD (status 200) or to a GET of `bytes=0-0` (status 206).
 *
 * A compressed answer promises the length of what travels, not of the file, so its length is not believed.
 */
export function readProbeAnswer(status: number, finalUrl: string, headers: ReadableHeaders): ProbeResult {
  return {
    kind: 'answered',
    finalUrl,
    total: isCompressed(headers) ? null : totalOf(status, headers),
    contentType: headers.get('content-type'),
    disposition: headers.get('content-disposition'),
    validator: validatorOf(headers),
    hasRanges: rangesOf(status, headers),
    isOpen: headers.get('access-control-allow-origin')?.trim() === '*',
    modifiedAt: modifiedAtOf(headers),
  };
}

function modifiedAtOf(headers: ReadableHeaders): number | null {
  const at = dateOf(headers.get('last-modified')?.trim() ?? '');
  return Number.isNaN(at) ? null : at;
}

/** A 206 gives parts; `Accept-Ranges` says so or denies it, and may be absent from servers that do. */
function rangesOf(status: number, headers: ReadableHeaders): boolean | null {
  if (status === 206) return contentRangeOf(headers) !== null;
  const accepts = headers.get('accept-ranges')?.trim().toLowerCase() ?? null;
  return accepts === null ? null : accepts === 'bytes';
}

export function isCompressed(headers: ReadableHeaders): boolean {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  return encoding !== '' && encoding !== 'identity';
}

/** `Content-Length` in bytes; null when absent or not a plain number. */
export function lengthOf(headers: ReadableHeaders): number | null {
  const text = headers.get('content-length')?.trim() ?? '';
  if (!/^\d{1,15}$/.test(text)) return null;
  return Number(text);
}

function totalOf(status: number, headers: ReadableHeaders): number | null {
  if (status === 200) return lengthOf(headers);
  return status === 206 ? (contentRangeOf(headers)?.total ?? null) : null;
}

/** `Content-Range` of a part whose whole is known (RFC 9110 section 14.4); null for anything else. */
export function contentRangeOf(headers: ReadableHeaders): { first: number; last: number; total: number } | null {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(headers.get('content-range')?.trim() ?? '');
  if (match === null) return null;
  const [first = 0, last = 0, total = 0] = match.slice(1).map(Number);
  return { first, last, total };
}

/**
 * `Retry-After` (RFC 9110 section 10.2.3) as ms from `now`, whether in seconds or as a date; null when absent or
 * nonsense. Clamped to 1 s–24 h: servers have been seen to send negative and absurd values.
 */
export function retryAfterOf(headers: ReadableHeaders, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^-?\d+$/.test(text) ? Number(text) * 1000 : dateOf(text) - now;
  if (Number.isNaN(wait)) return null;
  return Math.min(Math.max(wait, 1000), 24 * 60 * 60 * 1000);
}

/**
 * `Date.parse` takes almost anything for a date ("garbage 5"): an HTTP-date begins with the name of a day. Its oldest
 * form names no zone, and means UTC.
 */
function dateOf(text: string): number {
  if (!/^(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b/.test(text)) return Number.NaN;
  return Date.parse(/\b(GMT|UTC)\b/.test(text) ? text : `${text} GMT`);
}

/**
 * What tells one version of a file from another, out of the headers of an answer; null where nothing does. A weak `ETag`
 * stands for files that may differ in their bytes (RFC 9110 section 8.8.1).
 */
export function validatorOf(headers: ReadableHeaders): string | null {
  const tag = headers.get('etag')?.trim() ?? '';
  if (/^"[^"]*"$/.test(tag)) return tag;
  return headers.get('last-modified')?.trim() || null;
}
