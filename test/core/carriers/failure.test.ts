import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FailedAttempt,
  failure,
  type FailureCode,
  failureOfInterrupt,
  failureOfStatus,
  failureWord,
  isOfLine,
  isOfServer,
  whatHelps,
} from '../../../src/core/carriers/failure.ts';

/** Product, section 2: what is retried, what goes to another carrier, what only the user can mend. */
const HELPS = {
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
} as const satisfies Record<FailureCode, ReturnType<typeof whatHelps>>;
const CODES = Object.keys(HELPS).filter((code): code is FailureCode => Object.hasOwn(HELPS, code));

for (const code of CODES) {
  test(`whatHelps: ${code} → ${HELPS[code]}`, () => assert.equal(whatHelps(code), HELPS[code]));
}

test('isOfServer: the server was reached and has said it itself', () => {
  assert.deepEqual(CODES.filter(isOfServer), ['rate-limited', 'server-error', 'wrong-size', 'changed', 'no-parts']);
});

test('isOfLine: it may be the line as well as the server', () => {
  assert.deepEqual(CODES.filter(isOfLine), ['unreachable', 'timed-out', 'interrupted', 'stalled', 'offline']);
});

/** Every reason that Chromium has. */
const REASONS = {
  FILE_FAILED: 'no-write-access',
  FILE_ACCESS_DENIED: 'no-write-access',
  FILE_NO_SPACE: 'disk-full',
  FILE_NAME_TOO_LONG: 'bad-name',
  FILE_TOO_LARGE: 'disk-full',
  FILE_VIRUS_INFECTED: 'blocked',
  FILE_TRANSIENT_ERROR: 'interrupted',
  FILE_BLOCKED: 'blocked',
  FILE_SECURITY_CHECK_FAILED: 'blocked',
  FILE_TOO_SHORT: 'wrong-size',
  FILE_HASH_MISMATCH: 'wrong-checksum',
  FILE_SAME_AS_SOURCE: 'no-write-access',
  NETWORK_FAILED: 'interrupted',
  NETWORK_TIMEOUT: 'timed-out',
  NETWORK_DISCONNECTED: 'offline',
  NETWORK_SERVER_DOWN: 'unreachable',
  NETWORK_INVALID_REQUEST: 'bad-answer',
  SERVER_FAILED: 'server-error',
  SERVER_NO_RANGE: 'interrupted',
  SERVER_BAD_CONTENT: 'not-found',
  SERVER_UNAUTHORIZED: 'unauthorized',
  SERVER_CERT_PROBLEM: 'bad-certificate',
  SERVER_FORBIDDEN: 'forbidden',
  SERVER_UNREACHABLE: 'unreachable',
  SERVER_CONTENT_LENGTH_MISMATCH: 'wrong-size',
  SERVER_CROSS_ORIGIN_REDIRECT: 'forbidden',
  USER_CANCELED: 'interrupted',
  USER_SHUTDOWN: 'interrupted',
  CRASH: 'interrupted',
} as const satisfies Record<`${chrome.downloads.InterruptReason}`, FailureCode>;

for (const [reason, code] of Object.entries(REASONS)) {
  test(`failureOfInterrupt: ${reason} → ${code}`, () => {
    assert.deepEqual(failureOfInterrupt(reason), { code, detail: reason, retryAfter: null });
  });
}

test('failureOfInterrupt: a reason of a newer browser is worth another try', () => {
  for (const reason of ['', 'SOMETHING_NEW', 'toString']) {
    assert.deepEqual(failureOfInterrupt(reason), { code: 'interrupted', detail: reason, retryAfter: null });
    assert.equal(whatHelps(failureOfInterrupt(reason).code), 'later');
  }
});

/** Status, code, and whether the server’s `Retry-After` counts. */
const STATUSES: readonly (readonly [status: number, code: FailureCode, isTimed: boolean])[] = [
  [304, 'bad-answer', false],
  [400, 'bad-answer', false],
  [401, 'unauthorized', false],
  [402, 'bad-answer', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [405, 'bad-answer', false],
  [407, 'unauthorized', false],
  [408, 'timed-out', true],
  [410, 'gone', false],
  [416, 'bad-answer', false],
  [418, 'bad-answer', false],
  [425, 'timed-out', true],
  [429, 'rate-limited', true],
  [451, 'forbidden', false],
  [499, 'bad-answer', false],
  [500, 'server-error', true],
  [502, 'server-error', true],
  [503, 'server-error', true],
  [599, 'server-error', true],
];

for (const [status, code, isTimed] of STATUSES) {
  test(`failureOfStatus: ${status} → ${code}`, () => {
    const detail = `HTTP ${status}`;
    assert.deepEqual(failureOfStatus(status), { code, detail, retryAfter: null });
    assert.deepEqual(failureOfStatus(status, 5_000), { code, detail, retryAfter: isTimed ? 5_000 : null });
  });
}

test('failureWord is a key that _locales may hold, another for each code', () => {
  const words = CODES.map(failureWord);
  assert.equal(new Set(words).size, CODES.length);
  for (const word of words) assert.match(word, /^failure_[a-z_]+$/);
  assert.equal(failureWord('no-write-access'), 'failure_no_write_access');
});

test('FailedAttempt carries the whole failure, and says it', () => {
  const reason = failure('bad-name', 'con.txt', 5);
  const error = new FailedAttempt(reason);
  assert.ok(error instanceof Error);
  assert.equal(error.failure, reason);
  assert.equal(error.message, 'bad-name: con.txt');
  assert.equal(new FailedAttempt(failure('gone')).message, 'gone');
});
