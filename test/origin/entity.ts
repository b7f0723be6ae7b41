import { createHash } from 'node:crypto';
import { extname } from 'node:path/posix';
import { seedOf } from './bytes.ts';
import type { Behaviour } from './switches.ts';

/** One version of a file: its bytes by their seed, and what the headers say about them. */
export interface Entity {
  readonly seed: string;
  readonly size: number;
  /** ETag or Last-Modified, or neither. */
  readonly validators: Readonly<Record<string, string>>;
  /** What an If-Range must say to get a part; null when no validator is strong. */
  readonly strong: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;

const contentTypes: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.iso': 'application/x-iso9660-image',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

export function entityOf(path: string, version: number, behaviour: Behaviour): Entity {
  const { size, validator } = behaviour;
  const seed = seedOf(path, version);
  const etag = `"${createHash('sha256').update(`${seed} ${size}`).digest('hex').slice(0, 16)}"`;
  const date = new Date(Date.UTC(2020, 0, 1) + version * dayMs).toUTCString();
  switch (validator) {
    case 'etag':
      return { seed, size, validators: { ETag: etag }, strong: etag };
    case 'weak':
      return { seed, size, validators: { ETag: `W/${etag}` }, strong: null };
    case 'date':
      return { seed, size, validators: { 'Last-Modified': date }, strong: date };
    case 'none':
      return { seed, size, validators: {}, strong: null };
  }
}

/** The Content-Type header, or none. A file without a known extension is a stream of octets. */
export function contentTypeOf(path: string, type: string | undefined): Readonly<Record<string, string>> {
  if (type === 'none') return {};
  return { 'Content-Type': type ?? contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' };
}
