import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWhole, type PartAnswer, partOf, sizeOf } from '../../../src/core/carriers/parts.ts';
import { QUARTERS, VERSION } from '../make-parts.ts';

const ASKED = [QUARTERS[2], QUARTERS[3]];
const SIZE = sizeOf([QUARTERS[2]]);
const RANGE = 'bytes 16777216-25165823/33554432';

/** The right answer to the request for the third part, but for what is given; null leaves a header out. */
function answerWith(headers: Record<string, string | null> = {}, rest: Partial<PartAnswer> = {}): PartAnswer {
  const all = { 'content-range': RANGE, etag: '"one"', ...headers };
  const told = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return { status: 206, size: SIZE, ...rest, headers: new Headers(told) };
}

/** What is so of the answer, and what it is; `part` is the third. */
const ANSWERS: readonly (readonly [what: string, answer: PartAnswer, is: string])[] = [
  ['all right', answerWith(), 'part'],
  ['spaces about the range', answerWith({ 'content-range': `  ${RANGE} ` }), 'part'],
  ['not compressed, and says so', answerWith({ 'content-encoding': 'identity' }), 'part'],

  ['status 200 with a Content-Range', answerWith({}, { status: 200 }), 'no-part'],
  ['status 200, the whole', answerWith({ 'content-range': null }, { status: 200, size: VERSION.total }), 'no-part'],
  ['status 416', answerWith({ 'content-range': 'bytes */33554432' }, { status: 416 }), 'no-part'],
  ['status 404', answerWith({}, { status: 404 }), 'no-part'],
  ['status 204', answerWith({}, { status: 204, size: 0 }), 'no-part'],

  ['no range', answerWith({ 'content-range': null }), 'no-part'],
  ['an empty range', answerWith({ 'content-range': '' }), 'no-part'],
  ['garbage', answerWith({ 'content-range': 'garbage' }), 'no-part'],
  ['no unit', answerWith({ 'content-range': '16777216-25165823/33554432' }), 'no-part'],
  ['another unit', answerWith({ 'content-range': 'items 16777216-25165823/33554432' }), 'no-part'],
  ['no total', answerWith({ 'content-range': 'bytes 16777216-25165823' }), 'no-part'],
  ['an unknown total', answerWith({ 'content-range': 'bytes 16777216-25165823/*' }), 'no-part'],
  ['an unknown range', answerWith({ 'content-range': 'bytes */33554432' }), 'no-part'],
  ['two ranges', answerWith({ 'content-range': `${RANGE}, bytes 0-0/33554432` }), 'no-part'],
  ['a negative start', answerWith({ 'content-range': 'bytes -1-25165823/33554432' }), 'no-part'],
  ['a number that is none', answerWith({ 'content-range': 'bytes 1e3-25165823/33554432' }), 'no-part'],
  ['an absurd total', answerWith({ 'content-range': 'bytes 16777216-25165823/9999999999999999' }), 'no-part'],

  ['shifted by one', answerWith({ 'content-range': 'bytes 16777217-25165824/33554432' }), 'no-part'],
  ['begins too early', answerWith({ 'content-range': 'bytes 16777215-25165823/33554432' }), 'no-part'],
  ['ends too early', answerWith({ 'content-range': 'bytes 16777216-25165822/33554432' }), 'no-part'],
  ['ends too late', answerWith({ 'content-range': 'bytes 16777216-33554431/33554432' }), 'no-part'],
  ['the wrong way round', answerWith({ 'content-range': 'bytes 25165823-16777216/33554432' }), 'no-part'],
  ['a part that was not asked for', answerWith({ 'content-range': 'bytes 0-8388607/33554432' }), 'no-part'],

  ['gzip', answerWith({ 'content-encoding': 'gzip' }), 'no-part'],
  ['gzip, of another version', answerWith({ 'content-encoding': 'gzip', etag: '"two"' }), 'no-part'],

  ['another ETag', answerWith({ etag: '"two"' }), 'changed'],
  ['an ETag of other case', answerWith({ etag: '"ONE"' }), 'changed'],
  ['the same tag, weak', answerWith({ etag: 'W/"one"' }), 'changed'],
  ['the same tag without quotes', answerWith({ etag: 'one' }), 'changed'],
  ['no ETag', answerWith({ etag: null }), 'changed'],
  ['no ETag, but a date', answerWith({ etag: null, 'last-modified': 'Thu, 15 Jan 2026 12:00:00 GMT' }), 'changed'],
  ['another total', answerWith({ 'content-range': 'bytes 16777216-25165823/33554433' }), 'changed'],
  ['another total, and shifted', answerWith({ 'content-range': 'bytes 16777217-25165824/33554433' }), 'changed'],

  ['a short body', answerWith({}, { size: SIZE - 1 }), 'short'],
  ['no body', answerWith({}, { size: 0 }), 'short'],
  ['an over-long body', answerWith({}, { size: SIZE + 1 }), 'short'],
  ['a short body of another version', answerWith({ etag: '"two"' }, { size: 1 }), 'changed'],
];

for (const [what, answer, is] of ANSWERS) {
  test(`partOf: ${what} → ${is}`, () => {
    assert.deepEqual(partOf(answer, ASKED, VERSION), is === 'part' ? QUARTERS[2] : is);
  });
}

test('partOf: an answer is the part that it says, whichever request it came to', () => {
  const last = answerWith({ 'content-range': 'bytes 25165824-33554431/33554432' });
  assert.deepEqual(partOf(last, ASKED, VERSION), QUARTERS[3]);
  assert.deepEqual(partOf(last, [QUARTERS[3]], VERSION), QUARTERS[3]);
  assert.equal(partOf(last, [QUARTERS[2]], VERSION), 'no-part');
  assert.equal(partOf(last, [], VERSION), 'no-part');
});

const DATE = 'Thu, 15 Jan 2026 12:00:00 GMT';

for (const [what, headers, is] of [
  ['the same date', { 'last-modified': DATE }, 'part'],
  ['the same date beside a weak tag', { 'last-modified': DATE, etag: 'W/"one"' }, 'part'],
  ['another date', { 'last-modified': 'Thu, 15 Jan 2026 12:00:01 GMT' }, 'changed'],
  ['the same date beside a strong tag that was not there', { 'last-modified': DATE, etag: '"one"' }, 'changed'],
  ['no date', {}, 'changed'],
] as const) {
  test(`partOf: of a version that only its date names: ${what} → ${is}`, () => {
    const answer = answerWith({ etag: null, ...headers });
    const seen = partOf(answer, ASKED, { ...VERSION, validator: DATE });
    assert.deepEqual(seen, is === 'part' ? QUARTERS[2] : is);
  });
}

test('partOf: what is taken has been asked for, has all of its bytes and is of the version, whatever comes', () => {
  const numbers = fc.constantFrom(0, 8_388_607, 8_388_608, 16_777_216, 25_165_823, 25_165_824, 33_554_431, 33_554_432);
  const answers = fc.record({
    status: fc.constantFrom(200, 206, 206, 206, 416),
    first: numbers,
    last: numbers,
    total: fc.constantFrom(33_554_432, 33_554_432, 33_554_431),
    etag: fc.constantFrom('"one"', '"one"', 'W/"one"', '"two"'),
    encoding: fc.constantFrom('', '', 'gzip'),
    size: fc.constantFrom(SIZE, SIZE, SIZE - 1, 0),
  });
  const asked = fc.subarray([...QUARTERS], { minLength: 1 });
  let taken = 0;
  fc.assert(
    fc.property(answers, asked, ({ status, first, last, total, etag, encoding, size }, parts) => {
      const headers = { etag, 'content-range': `bytes ${first}-${last}/${total}`, 'content-encoding': encoding };
      const part = partOf(answerWith(headers, { status, size }), parts, VERSION);
      if (typeof part !== 'object') return;
      taken += 1;
      assert.ok(parts.some(each => each.first === part.first && each.last === part.last));
      assert.deepEqual([part.first, part.last], [first, last]);
      assert.deepEqual([status, total, etag, encoding, size], [206, VERSION.total, '"one"', '', last - first + 1]);
    }),
    { numRuns: 20_000 },
  );
  assert.notEqual(taken, 0);
});

for (const [what, answer, isOne] of [
  ['its whole length', { status: 200, length: '5', size: 5 }, true],
  ['less than it promised', { status: 200, length: '6', size: 5 }, false],
  ['more than it promised', { status: 200, length: '4', size: 5 }, false],
  ['nothing promised', { status: 200, length: '', size: 5 }, false],
  ['nothing at all, as promised', { status: 200, length: '0', size: 0 }, false],
  ['the length of a part', { status: 206, length: '5', size: 5 }, false],
  ['a refusal', { status: 404, length: '5', size: 5 }, false],
  ['compressed', { status: 200, length: '5', size: 5, encoding: 'gzip' }, false],
] as const) {
  test(`isWhole: ${what} → ${isOne}`, () => {
    const encoding = 'encoding' in answer ? answer.encoding : '';
    const headers = new Headers({ 'content-length': answer.length, 'content-encoding': encoding });
    assert.equal(isWhole({ status: answer.status, size: answer.size, headers }), isOne);
  });
}
