import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCompressed, lengthOf, readProbeAnswer, validatorOf } from '../../../src/core/carriers/probe-result.ts';

const LENGTHS: readonly (readonly [header: string | null, length: number | null])[] = [
  [null, null],
  ['0', 0],
  ['1', 1],
  ['007', 7],
  [' 42 ', 42],
  ['999999999999999', 999_999_999_999_999],
  ['1000000000000000', null],
  ['-1', null],
  ['+1', null],
  ['1.5', null],
  ['1e3', null],
  ['0x10', null],
  ['', null],
  ['many', null],
  ['12 bytes', null],
  ['5, 5', null],
  ['١٢', null],
];

for (const [header, length] of LENGTHS) {
  test(`lengthOf: ${header ?? 'no header'} → ${length}`, () => {
    // Headers takes no characters above U+00FF; a browser of tomorrow may.
    assert.equal(lengthOf({ get: name => (name === 'content-length' ? header : null) }), length);
  });
}

for (const [encoding, isOne] of [
  [null, false],
  ['', false],
  ['identity', false],
  [' Identity ', false],
  ['gzip', true],
  ['BR', true],
  ['identity, gzip', true],
  ['x-unknown', true],
] as const) {
  test(`isCompressed: ${encoding ?? 'no header'} → ${isOne}`, () => {
    assert.equal(isCompressed({ get: name => (name === 'content-encoding' ? encoding : null) }), isOne);
  });
}

const TOTALS: readonly (readonly [status: number, headers: Record<string, string>, total: number | null])[] = [
  [200, { 'content-length': '1000' }, 1_000],
  [200, {}, null],
  [200, { 'content-length': '1000', 'content-range': 'bytes 0-0/77' }, 1_000],
  [200, { 'content-length': '1000', 'content-encoding': 'gzip' }, null],
  [200, { 'content-length': '1000', 'content-encoding': 'identity' }, 1_000],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/1000' }, 1_000],
  [206, { 'content-length': '1', 'content-range': ' bytes 0-0/1000 ' }, 1_000],
  [206, { 'content-length': '1' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/*' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes */1000' }, null],
  [206, { 'content-length': '1', 'content-range': 'items 0-0/1000' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/-5' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/1e3' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/9999999999999999' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/1000, bytes 1-1/1000' }, null],
  [206, { 'content-length': '1', 'content-range': 'bytes 0-0/1000', 'content-encoding': 'gzip' }, null],
  [204, { 'content-length': '1000' }, null],
  [416, { 'content-length': '1000' }, null],
];

for (const [status, headers, total] of TOTALS) {
  test(`readProbeAnswer: ${status} ${JSON.stringify(headers)} → ${total}`, () => {
    const answer = readProbeAnswer(status, 'https://a.test/x', new Headers(headers));
    assert.equal(answer.kind === 'answered' ? answer.total : answer.kind, total);
  });
}

for (const [said, at] of [
  ['Mon, 05 Jan 2026 10:00:00 GMT', Date.UTC(2026, 0, 5, 10)],
  ['Monday, 05-Jan-26 10:00:00 GMT', Date.UTC(2026, 0, 5, 10)],
  ['yesterday', null],
  ['1767607200', null],
] as const) {
  test(`readProbeAnswer: Last-Modified ${said} → ${at}`, () => {
    const answer = readProbeAnswer(200, 'https://a.test/x', new Headers({ 'last-modified': said }));
    assert.equal(answer.kind === 'answered' ? answer.modifiedAt : answer.kind, at);
  });
}

test('readProbeAnswer keeps where it ended, the type and the name, as they came', () => {
  const headers = {
    'Content-Type': 'Text/HTML; charset=utf-8',
    'Content-Disposition': 'attachment; filename="Ã¤.zip"',
  };
  assert.deepEqual(readProbeAnswer(200, 'https://cdn.test/final', new Headers(headers)), {
    kind: 'answered',
    finalUrl: 'https://cdn.test/final',
    total: null,
    contentType: 'Text/HTML; charset=utf-8',
    disposition: 'attachment; filename="Ã¤.zip"',
    validator: null,
    hasRanges: null,
    isOpen: false,
    modifiedAt: null,
  });
  assert.deepEqual(readProbeAnswer(200, 'https://a.test/', new Headers()), {
    kind: 'answered',
    finalUrl: 'https://a.test/',
    total: null,
    contentType: null,
    disposition: null,
    validator: null,
    hasRanges: null,
    isOpen: false,
    modifiedAt: null,
  });
});

const DATE = 'Thu, 15 Jan 2026 12:00:00 GMT';

/** What tells one version of a file from another. */
const VALIDATORS: readonly (readonly [headers: Record<string, string>, validator: string | null])[] = [
  [{}, null],
  [{ etag: '"one"' }, '"one"'],
  [{ etag: ' "one" ' }, '"one"'],
  [{ etag: '""' }, '""'],
  [{ etag: '"W/one"' }, '"W/one"'],
  [{ etag: '"one"', 'last-modified': DATE }, '"one"'],
  [{ etag: 'W/"one"' }, null],
  [{ etag: 'w/"one"' }, null],
  [{ etag: 'W/"one"', 'last-modified': DATE }, DATE],
  [{ etag: 'one' }, null],
  [{ etag: 'one', 'last-modified': DATE }, DATE],
  [{ etag: '"one", "two"' }, null],
  [{ etag: '' }, null],
  [{ 'last-modified': DATE }, DATE],
  [{ 'last-modified': ` ${DATE} ` }, DATE],
  [{ 'last-modified': '' }, null],
];

for (const [headers, validator] of VALIDATORS) {
  test(`validatorOf: ${JSON.stringify(headers)} → ${validator}`, () => {
    assert.equal(validatorOf(new Headers(headers)), validator);
    const answer = readProbeAnswer(200, 'https://a.test/x', new Headers(headers));
    assert.equal(answer.kind === 'answered' ? answer.validator : answer.kind, validator);
  });
}

/** Whether the server gives parts; null: it has not said. */
const RANGES: readonly (readonly [status: number, headers: Record<string, string>, hasRanges: boolean | null])[] = [
  [200, {}, null],
  [200, { 'accept-ranges': 'bytes' }, true],
  [200, { 'accept-ranges': ' Bytes ' }, true],
  [200, { 'accept-ranges': 'none' }, false],
  [200, { 'accept-ranges': 'items' }, false],
  [200, { 'content-range': 'bytes 0-0/1000' }, null],
  [206, { 'content-range': 'bytes 0-0/1000' }, true],
  [206, { 'content-range': 'bytes 0-0/1000', 'accept-ranges': 'none' }, true],
  [206, { 'content-range': 'bytes 0-0/*' }, false],
  [206, { 'content-range': 'garbage', 'accept-ranges': 'bytes' }, false],
  [206, {}, false],
];

for (const [status, headers, hasRanges] of RANGES) {
  test(`readProbeAnswer: ${status} ${JSON.stringify(headers)} → ranges ${hasRanges}`, () => {
    const answer = readProbeAnswer(status, 'https://a.test/x', new Headers(headers));
    assert.equal(answer.kind === 'answered' ? answer.hasRanges : answer.kind, hasRanges);
  });
}

for (const [allowed, isOpen] of [
  [null, false],
  ['*', true],
  [' * ', true],
  ['null', false],
  ['https://files.test', false],
  ['*, *', false],
  ['', false],
] as const) {
  test(`readProbeAnswer: readable for ${allowed ?? 'nobody'} → ${isOpen ? 'open' : 'not open'}`, () => {
    const headers = new Headers(allowed === null ? {} : { 'access-control-allow-origin': allowed });
    const answer = readProbeAnswer(200, 'https://a.test/x', headers);
    assert.equal(answer.kind === 'answered' ? answer.isOpen : answer.kind, isOpen);
  });
}
