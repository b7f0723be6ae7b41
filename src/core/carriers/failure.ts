/**
 * Why an attempt ended without a file, in one vocabulary for every carrier.
 *
 * `again` says what may help: the same thing later (`later`), another carrier at once (`other-carrier`),
 * or only the user (`user`). Words for people are made from `code` by `_locales` (`failure_<code>`).
 */
const AGAIN = {
  'not-found': 'user',
  gone: 'user',
  unauthorized: 'user',
  forbidden: 'user',
  'bad-answer': 'user',
  'rate-limited': 'later',
  'server-error': 'later',
  unreachable: 'later',
  'timed-out': 'later',
  interrupted: 'later',
  stalled: 'later',
  lost: 'later',
  offline: 'later',
  'wrong-size': 'later',
  changed: 'later',
  'no-parts': 'later',
  unreadable: 'other-carrier',
  refused: 'other-carrier',
  'quota-exceeded': 'other-carrier',
  'wrong-checksum': 'user',
  'disk-full': 'user',
  'bad-name': 'user',
  'no-write-access': 'user',
  blocked: 'user',
  'entry-removed': 'user',
  'bad-redirect': 'user',
  'bad-certificate': 'user',
  'no-access': 'user',
} as const satisfies Record<string, 'later' | 'other-carrier' | 'user'>;

export type FailureCode = keyof typeof AGAIN;
export const FAILURE_CODES = Object.keys(AGAIN) as readonly FailureCode[];

export interface Failure {
  readonly code: FailureCode;
  /** What the server or the browser said, for the log: an HTTP status or an interrupt reason. */
  readonly detail: string | null;
  /** ms that the server asked us to wait, from `Retry-After`; null when it did not. */
  readonly retryAfter: number | null;
}

export function failure(code: FailureCode, detail: string | null = null, retryAfter: number | null = null): Failure {
  return { code, detail, retryAfter };
}

export function whatHelps(code: FailureCode): 'later' | 'other-carrier' | 'user' {
  return AGAIN[code];
}

const OF_SERVER: readonly FailureCode[] = ['rate-limited', 'server-error', 'wrong-size', 'changed', 'no-parts'];

/** The server itself has said it: it was reached, whatever the network does. */
export function isOfServer(code: FailureCode): boolean {
  return OF_SERVER.includes(code);
}

/** It may be the line between us and the server, as well as the server. */
export function isOfLine(code: FailureCode): boolean {
  return AGAIN[code] === 'later' && code !== 'lost' && !isOfServer(code);
}

type Underscored<C extends string> = C extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : C;
/** The sentence of `_locales` that tells a failure; its keys may not hold a hyphen. */
export type FailureWord = `failure_${Underscored<FailureCode>}`;

export function failureWord(code: FailureCode): FailureWord {
  return `failure_${code.replaceAll('-', '_')}` as FailureWord;
}

/** A carrier's or a port's way to say a `Failure` where an exception is the natural form. */
export class FailedAttempt extends Error {
  readonly failure: Failure;
  constructor(reason: Failure) {
    super(reason.detail === null ? reason.code : `${reason.code}: ${reason.detail}`);
    this.failure = reason;
  }
}

/** What an HTTP status of 400 or more means for the queue. 401 and 403 are told apart: the way out differs. */
export function failureOfStatus(status: number, retryAfter: number | null = null): Failure {
  const detail = `HTTP ${status}`;
  if (status === 404) return failure('not-found', detail);
  if (status === 410) return failure('gone', detail);
  if (status === 401 || status === 407) return failure('unauthorized', detail);
  if (status === 403 || status === 451) return failure('forbidden', detail);
  if (status === 429) return failure('rate-limited', detail, retryAfter);
  if (status === 408 || status === 425) return failure('timed-out', detail, retryAfter);
  if (status >= 500) return failure('server-error', detail, retryAfter);
  return failure('bad-answer', detail);
}

/**
 * What an interrupt reason of `chrome.downloads` means. The reasons are those of `InterruptReason` in Chromium;
 * one that we do not know is worth another try.
 */
export function failureOfInterrupt(reason: string): Failure {
  switch (reason) {
    case 'SERVER_UNAUTHORIZED':
      return failure('unauthorized', reason);
    case 'SERVER_FORBIDDEN':
    case 'SERVER_CROSS_ORIGIN_REDIRECT':
      return failure('forbidden', reason);
    case 'SERVER_BAD_CONTENT':
      return failure('not-found', reason);
    case 'SERVER_CERT_PROBLEM':
      return failure('bad-certificate', reason);
    case 'SERVER_UNREACHABLE':
    case 'NETWORK_SERVER_DOWN':
      return failure('unreachable', reason);
    case 'NETWORK_DISCONNECTED':
      return failure('offline', reason);
    case 'NETWORK_TIMEOUT':
      return failure('timed-out', reason);
    case 'NETWORK_INVALID_REQUEST':
      return failure('bad-answer', reason);
    case 'SERVER_FAILED':
      return failure('server-error', reason);
    case 'SERVER_CONTENT_LENGTH_MISMATCH':
    case 'FILE_TOO_SHORT':
      return failure('wrong-size', reason);
    case 'FILE_HASH_MISMATCH':
      return failure('wrong-checksum', reason);
    case 'FILE_NO_SPACE':
    case 'FILE_TOO_LARGE':
      return failure('disk-full', reason);
    case 'FILE_ACCESS_DENIED':
    case 'FILE_FAILED':
    case 'FILE_SAME_AS_SOURCE':
      return failure('no-write-access', reason);
    case 'FILE_NAME_TOO_LONG':
      return failure('bad-name', reason);
    case 'FILE_BLOCKED':
    case 'FILE_VIRUS_INFECTED':
    case 'FILE_SECURITY_CHECK_FAILED':
      return failure('blocked', reason);
    default:
      return failure('interrupted', reason);
  }
}
