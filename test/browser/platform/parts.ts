import { createHash } from 'node:crypto';
import { bytesOf, seedOf } from '../../origin/bytes.ts';
import type { Origin } from '../../origin/origin.ts';
import { until } from '../harness.ts';
import type { ProbeExtension, Record } from './probe-extension.ts';

/** A part of a file of the test origin, as a Background Fetch asks for it. */
export interface Part {
  /** With a fragment of the part's own. */
  readonly url: string;
  readonly range: string;
  /** What the server should answer. */
  readonly contentRange: string;
  readonly size: number;
  readonly sha256: string;
}

/** Cuts a file of the test origin into parts of equal size. */
export function partsOf(url: string, count: number, size: number): Part[] {
  return Array.from({ length: count }, (_, index) => {
    const first = index * size;
    const bytes = bytesOf(seedOf(new URL(url).pathname), first, size);
    return {
      url: `${url}#part=${index}`,
      range: `bytes=${first}-${first + size - 1}`,
      contentRange: `bytes ${first}-${first + size - 1}/${count * size}`,
      size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  });
}

/** Whether a record is all of a part, and nothing else. */
export function isWhole(record: Record, part: Part): boolean {
  return (
    record.state === 'ready' &&
    record.status === 206 &&
    record.contentRange === part.contentRange &&
    record.size === part.size &&
    record.sha256 === part.sha256
  );
}

/** The indexes of the parts that the records have whole. */
export function wholeIn(records: readonly Record[], parts: readonly Part[]): number[] {
  return [...parts.keys()].filter(index => {
    const part = parts[index];
    return part !== undefined && records.some(record => record.url === part.url && isWhole(record, part));
  });
}

/** Waits until a running registration has so many parts whole, and answers which. */
export async function someParts(
  probe: ProbeExtension,
  id: string,
  parts: readonly Part[],
  count: number,
): Promise<number[]> {
  return until(async () => {
    const whole = wholeIn((await probe.inDocument('look', id)) ?? [], parts);
    return whole.length >= count ? whole : null;
  }, `${count} parts of ${id}`);
}

/** The ranges that the origin was asked for at a path. */
export function askedRanges(origin: Origin, path: string): (string | null)[] {
  return origin.requestsFor(path).map(({ range }) => range);
}
