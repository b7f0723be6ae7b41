import {
  contentRangeOf,
  isCompressed,
  lengthOf,
  type ProbeResult,
  type ReadableHeaders,
  validatorOf,
} from './probe-result.ts';

/** Bytes of a file, both ends included, as HTTP counts them (RFC 9110 section 14.1.2). */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Which file it is: parts are joined only where both are the same. */
export interface Version {
  /** Bytes of the whole. */
  readonly total: number;
  /** The strong `ETag`, or `Last-Modified` where there is none. */
  readonly validator: string;
}

/**
 * A registration has at most so many parts: two requests run at a time, and more than about ten in one registration are
 * slow (Chromium 156).
 */
export const MOST_PARTS = 8;
/** A part has at least so many bytes; a file of less than two of them is one request. */
export const LEAST_PART = 8 * 1024 * 1024;

/** The parts of a file, of equal size but the last. The same for every attempt, so that those that are here fit. */
export function partsOf(total: number): readonly ByteRange[] {
  const count = Math.min(MOST_PARTS, Math.floor(total / LEAST_PART));
  if (count < 2) return [];
  const size = Math.floor(total / count);
  return Array.from({ length: count }, (_, index) => ({
    first: index * size,
    last: (index === count - 1 ? total : (index + 1) * size) - 1,
  }));
}

/** Those of the file's parts that are not among these. */
export function missingParts(total: number, here: readonly ByteRange[]): readonly ByteRange[] {
  return partsOf(total).filter(part => !here.some(each => isSameRange(each, part)));
}

export function isSameRange(a: ByteRange, b: ByteRange): boolean {
  return a.first === b.first && a.last === b.last;
}

export function isSameVersion(a: Version, b: Version): boolean {
  return a.total === b.total && a.validator === b.validator;
}

export function sizeOf(parts: readonly ByteRange[]): number {
  return parts.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** The answer to a request for a part, as far as it must be judged. */
export interface PartAnswer {
  readonly status: number;
  readonly headers: ReadableHeaders;
  /** Bytes of its body. */
  readonly size: number;
}

/**
 * Which of the parts that were asked for an answer is; `changed` is one of another version of the file, `no-part` one
 * that cannot be joined (a whole file for a range, a `Content-Range` that is wrong or absent, a compressed body), `short`
 * is one that has not all of its bytes. Only what the answer says of itself counts, never which request it came to
 * (Chromium 156 has been seen to give one answer to several).
 */
export function partOf(
  answer: PartAnswer,
  asked: readonly ByteRange[],
  version: Version,
): ByteRange | 'changed' | 'no-part' | 'short' {
  const { status, headers, size } = answer;
  const range = contentRangeOf(headers);
  if (status !== 206 || range === null || isCompressed(headers)) return 'no-part';
  if (range.total !== version.total || validatorOf(headers) !== version.validator) return 'changed';
  const part = asked.find(each => isSameRange(each, range));
  if (part === undefined) return 'no-part';
  return sizeOf([part]) === size ? part : 'short';
}

/** A whole file that came where a part was asked for: its size must be what it promised itself. */
export function isWhole({ status, headers, size }: PartAnswer): boolean {
  return status === 200 && size > 0 && !isCompressed(headers) && lengthOf(headers) === size;
}

/** Whether an answer leaves open only that the server gives parts: they would be worth a second question. */
export function mayHaveParts(probe: ProbeResult): boolean {
  if (probe.kind !== 'answered' || probe.hasRanges !== null) return false;
  return probe.validator !== null && partsOf(probe.total ?? 0).length > 0;
}

/** What a HEAD told, and whether the question for the first byte was answered by parts of the same version. */
export function withRanges(head: ProbeResult, first: ProbeResult): ProbeResult {
  if (head.kind !== 'answered') return head;
  const isSame = first.kind === 'answered' && first.validator === head.validator && first.total === head.total;
  return { ...head, hasRanges: isSame && first.hasRanges === true };
}
