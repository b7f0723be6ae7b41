import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { checksumOf } from '../../../src/carriers/background-fetch/verify.ts';

for (const [algorithm, hash] of [
  ['sha-256', 'sha256'],
  ['sha-1', 'sha1'],
  ['md5', 'md5'],
] as const) {
  test(`checksumOf: ${algorithm} of nothing, of a little and of many chunks, as Node has it`, async () => {
    for (const size of [0, 1, 1_000_003]) {
      const bytes = new Uint8Array(size).map((_, index) => index * 31);
      const expected = createHash(hash).update(bytes).digest('hex');
      assert.equal(await checksumOf(new Blob([bytes]), algorithm), expected, `${size} bytes`);
    }
  });
}
