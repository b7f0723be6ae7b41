import { createMD5, createSHA1, createSHA256 } from 'hash-wasm';
import type { Checksum } from '../../core/queue/item.ts';

const HASHERS = { 'sha-256': createSHA256, 'sha-1': createSHA1, md5: createMD5 } as const;

/** The checksum of a blob in lower-case hexadecimal, read as a stream: memory stays flat however big it is. */
export async function checksumOf(blob: Blob, algorithm: Checksum['algorithm']): Promise<string> {
  const hasher = await HASHERS[algorithm]();
  hasher.init();
  for await (const chunk of blob.stream()) hasher.update(chunk);
  return hasher.digest('hex');
}
