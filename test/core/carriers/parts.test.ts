import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type ByteRange,
  isSameRange,
  isSameVersion,
  LEAST_PART,
  mayHaveParts,
  missingParts,
  MOST_PARTS,
  partsOf,
  sizeOf,
  withRanges,
} from '../../../src/core/carriers/parts.ts';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import { QUARTERS, VERSION } from '../make-parts.ts';
import { answered } from '../make-probe.ts';

const MIB = 1024 * 1024;
const TIB = 1024 * 1024 * MIB;

/** Bytes of the file, and how many requests are made for it; 0 is one for the whole. */
for (const [total, count] of [
  [0, 0],
  [1, 0],
  [8 * MIB, 0],
  [16 * MIB - 1, 0],
  [16 * MIB, 2],
  [24 * MIB - 1, 2],
  [24 * MIB, 3],
  [64 * MIB - 1, 7],
  [64 * MIB, 8],
  [64 * MIB + 1, 8],
  [3 * TIB, 8],
] as const) {
  test(`partsOf: ${total} bytes → ${count} parts`, () => {
    assert.equal(partsOf(total).length, count);
  });
}

test('partsOf: a part has 8 MiB at least, and a registration 8 of them at most', () => {
  assert.deepEqual([LEAST_PART, MOST_PARTS], [8 * MIB, 8]);
  assert.deepEqual(partsOf(VERSION.total), QUARTERS);
});

/** Around the borders where one part more begins, and anywhere. */
const totals = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: -9, max: 9 }))
    .map(([n, d]) => Math.max(0, n * 8 * MIB + d)),
  fc.integer({ min: 0, max: 200 * MIB }),
  fc.maxSafeNat().map(n => n % TIB),
);

test('partsOf: every byte of the file is in exactly one part, in order, and nothing else is', () => {
  fc.assert(
    fc.property(totals, total => {
      const parts = partsOf(total);
      if (parts.length === 0) return total < 2 * LEAST_PART;
      assert.equal(parts[0]?.first, 0);
      assert.equal(parts.at(-1)?.last, total - 1);
      parts.slice(1).forEach((part, index) => assert.equal(part.first, (parts[index]?.last ?? -1) + 1));
      assert.equal(sizeOf(parts), total);
      return true;
    }),
  );
});

test('partsOf: at most eight, all of the same size but the last, which is none of the bigger ones', () => {
  fc.assert(
    fc.property(totals, total => {
      const sizes = partsOf(total).map(part => sizeOf([part]));
      assert.ok(sizes.length <= 8 && sizes.length !== 1);
      assert.ok(new Set(sizes.slice(0, -1)).size <= 1);
      for (const size of sizes) assert.ok(size >= 8 * MIB, `${size}`);
    }),
  );
});

test('partsOf: each has 8 MiB at least, whatever the total', () => {
  for (const part of partsOf(24 * MIB + 1)) assert.ok(sizeOf([part]) >= 8 * MIB);
});

test('partsOf: the same for every attempt', () => {
  fc.assert(fc.property(totals, total => assert.deepEqual(partsOf(total), partsOf(total))));
});

/** The numbers of the parts that are here, and of those that are missing. */
for (const [here, missing] of [
  [[], [0, 1, 2, 3]],
  [[0], [1, 2, 3]],
  [
    [3, 1],
    [0, 2],
  ],
  [
    [1, 1],
    [0, 2, 3],
  ],
  [[0, 1, 2, 3], []],
] as const) {
  test(`missingParts: ${here.join(', ') || 'none'} here → ${missing.join(', ') || 'none'} missing`, () => {
    const parts = here.map(number => QUARTERS[number]);
    assert.deepEqual(
      missingParts(VERSION.total, parts),
      missing.map(number => QUARTERS[number]),
    );
  });
}

test('missingParts: what is no part of the file spares none', () => {
  const strange: readonly ByteRange[] = [
    { first: 0, last: 33_554_431 },
    { first: 0, last: 8_388_606 },
    { first: 1, last: 8_388_607 },
    { first: 8_388_608, last: 25_165_823 },
  ];
  assert.deepEqual(missingParts(VERSION.total, strange), QUARTERS);
});

test('missingParts and those that are here make the file', () => {
  fc.assert(
    fc.property(totals, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), (total, numbers) => {
      const parts = partsOf(total);
      const here = parts.filter((_, index) => numbers.includes(index));
      const all = [...missingParts(total, here), ...here].sort((a, b) => a.first - b.first);
      assert.deepEqual(all, parts);
    }),
  );
});

test('sizeOf counts both ends', () => {
  assert.equal(sizeOf([]), 0);
  assert.equal(sizeOf([{ first: 5, last: 5 }]), 1);
  assert.equal(sizeOf([QUARTERS[0], QUARTERS[3]]), 16 * MIB);
});

test('a range is the same by both its ends, a version by its size and its validator', () => {
  const range = { first: 1, last: 2 };
  assert.ok(isSameRange(range, { ...range }));
  assert.ok(!isSameRange(range, { ...range, first: 0 }));
  assert.ok(!isSameRange(range, { ...range, last: 3 }));
  assert.ok(isSameVersion(VERSION, { ...VERSION }));
  assert.ok(!isSameVersion(VERSION, { ...VERSION, total: 33_554_430 }));
  assert.ok(!isSameVersion(VERSION, { ...VERSION, validator: '"two"' }));
});

const BIG = { total: 16 * MIB, validator: '"one"', hasRanges: null };
/** What a HEAD told, and whether the first byte is asked for to see if there are parts. */
const WORTHS: readonly (readonly [what: string, probe: ProbeResult, isWorth: boolean])[] = [
  ['big, with a validator, says nothing of ranges', answered(BIG), true],
  ['has said that it gives ranges', answered({ ...BIG, hasRanges: true }), false],
  ['has said that it gives none', answered({ ...BIG, hasRanges: false }), false],
  ['no validator', answered({ ...BIG, validator: null }), false],
  ['too small for two parts', answered({ ...BIG, total: 16 * MIB - 1 }), false],
  ['of no known size', answered({ ...BIG, total: null }), false],
  ['not asked', { kind: 'not-asked' }, false],
  ['failed', { kind: 'failed', failure: failure('not-found') }, false],
];

for (const [what, probe, isWorth] of WORTHS) {
  test(`mayHaveParts: ${what} → ${isWorth ? 'ask for the first byte' : 'enough is known'}`, () => {
    assert.equal(mayHaveParts(probe), isWorth);
  });
}

const FIRST_BYTE = answered({ ...BIG, hasRanges: true, finalUrl: 'https://cdn.test/other' });
/** The answer to the question for the first byte, and what it says of the HEAD's file. */
const RANGES: readonly (readonly [what: string, first: ProbeResult, hasRanges: boolean])[] = [
  ['the first byte of the same version', FIRST_BYTE, true],
  ['another validator', { ...FIRST_BYTE, validator: '"two"' }, false],
  ['no validator', { ...FIRST_BYTE, validator: null }, false],
  ['another total', { ...FIRST_BYTE, total: 16 * MIB + 1 }, false],
  ['no total', { ...FIRST_BYTE, total: null }, false],
  ['the whole', { ...FIRST_BYTE, hasRanges: null }, false],
  ['a denial', { ...FIRST_BYTE, hasRanges: false }, false],
  ['a failure', { kind: 'failed', failure: failure('not-found') }, false],
  ['nothing', { kind: 'not-asked' }, false],
];

for (const [what, first, hasRanges] of RANGES) {
  test(`withRanges: ${what} → ${hasRanges}, and all else as the HEAD told it`, () => {
    const head = answered({ ...BIG, contentType: 'application/zip' });
    assert.deepEqual(withRanges(head, first), { ...head, hasRanges });
  });
}

test('withRanges: a HEAD that told nothing stays so', () => {
  const failed: ProbeResult = { kind: 'failed', failure: failure('gone') };
  assert.equal(withRanges(failed, FIRST_BYTE), failed);
});
