import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { bytesOf, seedOf, sha256Of } from './bytes.ts';

test('any piece is the same piece of the whole', () => {
  const whole = bytesOf('/a.bin', 0, 5000);
  const place = fc.integer({ min: 0, max: 2500 });
  fc.assert(
    fc.property(place, place, (offset, length) => {
      assert.deepEqual(bytesOf('/a.bin', offset, length), whole.subarray(offset, offset + length));
    }),
  );
});

test('pieces beyond 4 GiB join without a seam and are not those before it', () => {
  const far = 2 ** 36;
  const joined = Buffer.concat([bytesOf('/a.bin', far - 7, 7), bytesOf('/a.bin', far, 40)]);
  assert.deepEqual(bytesOf('/a.bin', far - 7, 47), joined);
  assert.notDeepEqual(bytesOf('/a.bin', far, 40), bytesOf('/a.bin', 0, 40));
});

test('the bytes stay what they are from one day to the next', () => {
  assert.equal(bytesOf('/a.bin', 0, 8).toString('hex'), '510de91f1e42602a');
});

test('the bytes do not compress and do not repeat', () => {
  const bytes = bytesOf('/a.bin', 0, 1 << 20);
  assert.ok(gzipSync(bytes).length > bytes.length);
  assert.notDeepEqual(bytesOf('/b.bin', 0, 64), bytes.subarray(0, 64));
});

test('the hash is that of the bytes, also over several steps and of none', () => {
  for (const size of [0, 1, 1 << 20, (1 << 21) + 3]) {
    const bytes = bytesOf('/a.bin', 0, size);
    assert.equal(sha256Of('/a.bin', size), createHash('sha256').update(bytes).digest('hex'));
  }
});

test('the seed is the path as the wire has it, and each later version has another', () => {
  assert.equal(seedOf('/a.bin'), '/a.bin');
  assert.equal(seedOf('/ä b.bin'), '/%C3%A4%20b.bin');
  assert.equal(seedOf(seedOf('/ä b.bin')), seedOf('/ä b.bin'));
  assert.notEqual(seedOf('/a.bin', 2), seedOf('/a.bin', 3));
});
