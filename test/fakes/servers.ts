import type { EndedFetch } from '../../src/carriers/background-fetch/collect.ts';
import { type ByteRange, sizeOf } from '../../src/core/carriers/parts.ts';
import { failure, failureOfStatus } from '../../src/core/carriers/failure.ts';
import type { ProbeResult } from '../../src/core/carriers/probe-result.ts';

/** Bytes of every file of this small world; big enough for a Background Fetch where the host is granted. */
export const FILE_SIZE = 2 * 1024 * 1024;
/** Of a file whose URL says `?parts=1`: four parts. */
const IN_PARTS = 16 * FILE_SIZE;
const CONTENT = new Blob([new Uint8Array(IN_PARTS)], { type: 'application/octet-stream' });

/** How a request is made: by the worker itself, or by one of the two carriers. */
export type Asker = 'probe' | 'download' | 'fetch';

const ALL: readonly Asker[] = ['probe', 'download', 'fetch'];
const CARRIERS: readonly Asker[] = ['download', 'fetch'];

/**
 * What can go wrong, and with whose requests. A file's URL says how often it does: `?429=2&cut=1` answers the first two
 * requests with 429, and breaks off the next that is more than a question. All that come later go well.
 */
const TROUBLES = {
  404: ALL,
  429: ALL,
  503: ALL,
  /** Never answers. */
  hang: ALL,
  /** Breaks off half-way. */
  cut: CARRIERS,
  /** Promises the file, and sends nothing of it. */
  empty: CARRIERS,
  /** The user ends it in the browser's own list. */
  cancel: CARRIERS,
  /** It is there before its id has been told. */
  tiny: ['download'],
  /** The answer may not be read. */
  unreadable: ['fetch'],
  /** The browser will not have it. */
  refuse: ['fetch'],
  /** It is gone, and no event tells of it. */
  vanish: ['fetch'],
  /** Its event comes twice. */
  twice: ['fetch'],
  /** A whole file is sent for each part, and the browser keeps nothing of it (Chromium 156). */
  whole: ['fetch'],
  /** One of the parts is of another version. */
  changed: ['fetch'],
  /** Its event comes late: `lateness` seconds after it has ended. */
  late: ['fetch'],
} as const satisfies Record<string, readonly Asker[]>;
export type Trouble = keyof typeof TROUBLES;

const NAMES = Object.keys(TROUBLES).map(name => (/^\d/.test(name) ? Number(name) : name)) as readonly Trouble[];

/** The servers of all hosts. They count, across the deaths of everybody else. */
export class Servers {
  private readonly counts = new Map<string, number>();

  /** What goes wrong with this request; null: nothing. */
  request(url: string, asker: Asker): Trouble | null {
    const { searchParams } = new URL(url);
    const trouble = NAMES.find(name => {
      const askers: readonly Asker[] = TROUBLES[name];
      return askers.includes(asker) && (this.counts.get(`${name} ${url}`) ?? 0) < numberOf(searchParams, `${name}`);
    });
    if (trouble === undefined) return null;
    this.counts.set(`${trouble} ${url}`, (this.counts.get(`${trouble} ${url}`) ?? 0) + 1);
    return trouble;
  }
}

/** A number in a file's URL; 0 where it says none: `answers` (seconds to the headers), `takes` (seconds to the end). */
export function saidBy(url: string, name: 'answers' | 'takes' | 'lateness' | 'after'): number {
  return numberOf(new URL(url).searchParams, name);
}

function numberOf(params: URLSearchParams, name: string): number {
  return Number(params.get(name) ?? 0);
}

/** The answer to a question about a file. */
export function probeOf(url: string, trouble: Trouble | null): ProbeResult {
  if (trouble === 404 || trouble === 429 || trouble === 503)
    return { kind: 'failed', failure: failureOfStatus(trouble, retryAfter(url)) };
  if (trouble === 'hang') return { kind: 'failed', failure: failure('timed-out') };
  return {
    kind: 'answered',
    finalUrl: url,
    total: bytesOf(url),
    contentType: 'application/octet-stream',
    disposition: null,
    validator: VALIDATOR,
    hasRanges: true,
    isOpen: false,
    modifiedAt: null,
  };
}

const VALIDATOR = '"one"';

/** Bytes of a file. */
export function bytesOf(url: string): number {
  return new URL(url).searchParams.has('parts') ? IN_PARTS : FILE_SIZE;
}

/** What a Background Fetch in parts gives when this share (0–1) of it has come: the requests are answered in order. */
export function partsOfFetch(
  url: string,
  trouble: Trouble | null,
  asked: readonly ByteRange[],
  share: number,
): EndedFetch {
  const isRefused = trouble === 404 || trouble === 429 || trouble === 503;
  const count = isRefused ? 0 : Math.floor(asked.length * (trouble === 'cut' ? 0.5 : share));
  const answers = asked.map((part, index) => {
    if (isRefused) return answer(url, trouble);
    if (index >= count) return null;
    if (trouble === 'whole') return answer(url, 200);
    return partAnswer(
      part,
      trouble === 'empty' ? 0 : sizeOf([part]),
      trouble === 'changed' && index === 0 ? '"two"' : VALIDATOR,
      url,
    );
  });
  const failureReason = isRefused
    ? 'bad-status'
    : trouble === 'cancel'
      ? 'aborted'
      : count < asked.length
        ? 'fetch-error'
        : '';
  return { failureReason, downloaded: sizeOf(asked.slice(0, count)), responses: async () => answers };
}

function partAnswer({ first, last }: ByteRange, size: number, etag: string, url: string): Response {
  const range = `bytes ${first}-${last}/${IN_PARTS}`;
  const response = new Response(null, { status: 206, headers: { 'content-range': range, etag } });
  Object.defineProperty(response, 'url', { value: url });
  Object.defineProperty(response, 'blob', { value: async () => CONTENT.slice(first, first + size) });
  return response;
}

/** What a Background Fetch that has ended holds. */
export function endedFetch(url: string, trouble: Trouble | null): EndedFetch {
  const isStatus = trouble === 404 || trouble === 429 || trouble === 503;
  if (isStatus) return { failureReason: 'bad-status', downloaded: 0, responses: async () => [answer(url, trouble)] };
  if (trouble === 'cut')
    return { failureReason: 'fetch-error', downloaded: bytesOf(url) / 2, responses: async () => [] };
  if (trouble === 'unreadable') return { failureReason: 'fetch-error', downloaded: 0, responses: async () => [] };
  if (trouble === 'cancel') return { failureReason: 'aborted', downloaded: 0, responses: async () => [] };
  const size = trouble === 'empty' ? 0 : bytesOf(url);
  return { failureReason: '', downloaded: size, responses: async () => [answer(url, 200, size)] };
}

/** The bytes of all files are the same, and not copied: only their number matters here. */
function answer(url: string, status: number, size = 0): Response {
  const headers = { 'content-length': String(bytesOf(url)), 'content-type': 'application/octet-stream' };
  const wait = status === 200 ? null : retryAfter(url);
  const response = new Response(null, {
    status,
    headers: wait === null ? headers : { ...headers, 'retry-after': String(wait / 1_000) },
  });
  Object.defineProperty(response, 'url', { value: url });
  Object.defineProperty(response, 'blob', { value: async () => CONTENT.slice(0, size) });
  return response;
}

/** ms */
function retryAfter(url: string): number | null {
  const seconds = saidBy(url, 'after');
  return seconds === 0 ? null : seconds * 1_000;
}

/** Why a browser download ends without its file; null where it does not. */
export function interruptOf(trouble: Trouble | null): string | null {
  switch (trouble) {
    case 404:
      return 'SERVER_BAD_CONTENT';
    case 429:
    case 503:
      return 'SERVER_FAILED';
    case 'cut':
      return 'NETWORK_FAILED';
    case 'empty':
      return 'SERVER_CONTENT_LENGTH_MISMATCH';
    case 'cancel':
      return 'USER_CANCELED';
    default:
      return null;
  }
}
