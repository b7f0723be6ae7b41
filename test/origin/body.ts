import { gzipSync } from 'node:zlib';
import { bytesOf } from './bytes.ts';

/** A body that is made while it is sent. The length and the offsets count bytes as they go over the wire. */
export interface Body {
  readonly length: number;
  read(offset: number, length: number): Buffer;
}

/** A piece of a file, never whole in memory. */
export function fileBody(seed: string, first: number, length: number): Body {
  return { length, read: (offset, count) => bytesOf(seed, first + offset, count) };
}

export function bufferBody(buffer: Buffer): Body {
  return { length: buffer.length, read: (offset, count) => buffer.subarray(offset, offset + count) };
}

export function textBody(text: string): Body {
  return bufferBody(Buffer.from(text));
}

export function gzipped(body: Body): Body {
  return bufferBody(gzipSync(body.read(0, body.length), { level: 1 }));
}
