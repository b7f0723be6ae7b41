import { createCipheriv, createHash } from 'node:crypto';
import { wirePath } from './wire-path.ts';

/** Bytes of one AES block: the counter of the stream counts these. */
const blockSize = 16;
/** How much is made at a time while hashing. Bytes. */
const hashStep = 1 << 20;

/**
 * The bytes `[offset, offset + length)` of an endless stream that the seed alone decides.
 *
 * It is the AES-CTR key stream of the hashed seed: any place is reached at once, no two places are alike (a
 * piece written at the wrong offset always changes the hash), nothing is kept, and gzip finds nothing to save.
 */
export function bytesOf(seed: string, offset: number, length: number): Buffer {
  const skipped = offset % blockSize;
  const counter = Buffer.alloc(blockSize);
  counter.writeBigUInt64BE(BigInt((offset - skipped) / blockSize), 8);
  const key = createHash('sha256').update(seed).digest();
  const stream = createCipheriv('aes-256-ctr', key, counter).update(Buffer.alloc(skipped + length));
  return stream.subarray(skipped);
}

/** The SHA-256, in hex, of the first `size` bytes of a seed; made piece by piece, so a gigabyte costs no memory. */
export function sha256Of(seed: string, size: number): string {
  const hash = createHash('sha256');
  for (let offset = 0; offset < size; offset += hashStep) {
    hash.update(bytesOf(seed, offset, Math.min(hashStep, size - offset)));
  }
  return hash.digest('hex');
}

/**
 * The seed of the file that the origin serves at a path. The first version is the path itself, as it goes over the wire;
 * a later one is another entity altogether.
 */
export function seedOf(path: string, version = 1): string {
  return version === 1 ? wirePath(path) : `${wirePath(path)}#${version}`;
}
