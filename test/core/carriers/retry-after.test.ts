import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { retryAfterOf } from '../../../src/core/carriers/probe-result.ts';

const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;
/** The clock of curl's servers in the cases named here. */
const NOW = Date.UTC(2019, 6, 11, 2, 26, 59);

/** `Retry-After`, and ms to wait. The numbers are those of curl's tests. */
const TABLE: readonly (readonly [what: string, header: string | null, wait: number | null])[] = [
  ['seconds (1594)', '22', 22 * SECOND],
  ['no header (1595)', null, null],
  ['a date five years off (1596)', 'Thu, 11 Jul 2024 02:26:59 GMT', DAY],
  ['a date', 'Thu, 11 Jul 2019 02:27:59 GMT', 60 * SECOND],
  ['a date in RFC 850 form', 'Thursday, 11-Jul-19 02:28:59 GMT', 120 * SECOND],
  ['a Monday', 'Mon, 15 Jul 2019 02:26:59 GMT', DAY],
  ['a Tuesday that is over', 'Tue, 09 Jul 2019 02:26:59 GMT', SECOND],
  ['a Friday', 'Fri, 12 Jul 2019 01:26:59 GMT', DAY - 3_600 * SECOND],
  ['a Saturday', 'Sat, 13 Jul 2019 02:26:59 GMT', DAY],
  ['a Sunday', 'Sun, 14 Jul 2019 02:26:59 GMT', DAY],
  ['a date in RFC 850 form, of the longest name', 'Wednesday, 17-Jul-19 02:26:59 GMT', DAY],
  ['now', 'Thu, 11 Jul 2019 02:26:59 GMT', SECOND],
  ['a date that is over', 'Wed, 10 Jul 2019 02:26:59 GMT', SECOND],
  ['a time longer than the user waits (366)', '200', 200 * SECOND],
  ['beyond 64 bits of ms (1269)', '9223372036854776', DAY],
  ['beyond all numbers', '9'.repeat(400), DAY],
  ['a day', '86400', DAY],
  ['a day and a second', '86401', DAY],
  ['zero', '0', SECOND],
  ['one', '1', SECOND],
  ['two', '2', 2 * SECOND],
  ['negative', '-5', SECOND],
  ['space around', '  7\t', 7 * SECOND],
  ['empty', '', null],
  ['space only', '  ', null],
  ['a word', 'soon', null],
  ['a unit', '12s', null],
  ['hexadecimal', '0x10', null],
  ['two headers', '120, 60', null],
  ['not a number', 'NaN', null],
  ['infinite', 'Infinity', null],
  ['a fraction', '1.5', null],
  ['a fraction that is a date to some', '7.11', null],
  ['a word and a number', 'garbage 5', null],
  ['a word that begins like a day', 'Monkey 5', null],
  ['a word before the day', 'on Thu, 11 Jul 2019 02:27:59 GMT', null],
  ['a day alone', 'Thu', null],
  ['a date without its day', '11 Jul 2019 02:27:59 GMT', null],
  ['a date of ISO 8601', '2019-07-11T02:27:59Z', null],
  ['a power', '1e3', null],
  ['a sign', '+5', null],
];

for (const [what, header, wait] of TABLE) {
  test(`retryAfterOf: ${what} → ${wait === null ? 'nothing' : `${wait} ms`}`, () => {
    const headers = new Headers(header === null ? {} : { 'Retry-After': header });
    assert.equal(retryAfterOf(headers, NOW), wait);
  });
}

test('retryAfterOf: the oldest form of a date names no zone and means UTC, wherever the user is', () => {
  const zone = process.env['TZ'];
  const headers = new Headers({ 'Retry-After': 'Thu Jul 11 02:27:59 2019' });
  try {
    for (const each of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
      process.env['TZ'] = each;
      assert.equal(retryAfterOf(headers, NOW), 60 * SECOND, each);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('retryAfterOf: null or a time between 1 s and a day, whatever the server says', () => {
  const said = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String), fc.date().map(String));
  fc.assert(
    fc.property(said, fc.integer(), (text, now) => {
      const wait = retryAfterOf({ get: name => (name.toLowerCase() === 'retry-after' ? text : null) }, now);
      assert.ok(wait === null || (wait >= SECOND && wait <= DAY));
    }),
  );
});
