import { type Literal, readRange, type Range, rangeCount, rangeValue } from './batch-range.ts';

/** A link that stands for many: `https://a.org/[001:100].zip`, `{small,large}`. Text and ranges in the order of the link. */
export interface BatchPattern {
  readonly parts: readonly (string | Range)[];
  /** How many links it stands for: 1 where nothing in it is a range, Infinity beyond 2^53. */
  readonly count: number;
  /** What looks like a range and is none. It is sent as it stands. */
  readonly literals: readonly Literal[];
}

/** Ranges in one link: more is no one's wish, and each of them costs time at each of its links. */
const MOST_RANGES = 20;
/** Characters of one range. One that is longer is cut, so that it has no end and stays text. */
const LONGEST_RANGE = 2000;

/** Reads the ranges of a link. Never fails: what is no range stays text. Takes time in proportion to the link. */
export function parseBatchPattern(link: string): BatchPattern {
  const parts: (string | Range)[] = [];
  const literals: Literal[] = [];
  let ranges = 0;
  let text = 0;
  let at = hostEnd(link);
  const ends = closings(link);
  for (; at < link.length; at += 1) {
    if (link.charAt(at) !== '[' && link.charAt(at) !== '{') continue;
    const end = ends.get(at);
    const inside = link.slice(at, Math.min(end ?? link.length, at + LONGEST_RANGE));
    const read = ranges >= MOST_RANGES ? null : readRange(inside, end === at + inside.length);
    if (read === null) continue;
    if ('kind' in read) {
      parts.push(link.slice(text, at), read);
      text = at + inside.length;
      ranges += 1;
    } else if (literals.length < MOST_RANGES) literals.push(read);
    // What is inside of braces that are data is data too.
    if (end !== undefined) at = end - 1;
  }
  parts.push(link.slice(text));
  return { parts, count: countOf(parts), literals };
}

/** The link at a place of the pattern, from 0 to `count` - 1. What stands left changes slowest. */
export function batchLinkAt({ parts }: BatchPattern, index: number): string {
  let rest = index;
  let link = '';
  for (const part of parts.toReversed()) {
    if (typeof part === 'string') {
      link = part + link;
    } else {
      const count = rangeCount(part);
      link = rangeValue(part, rest % count) + link;
      rest = Math.floor(rest / count);
    }
  }
  return link;
}

/** The last link, which needs no count: that may be beyond what numbers hold. */
export function lastBatchLink({ parts }: BatchPattern): string {
  return parts.map(part => (typeof part === 'string' ? part : rangeValue(part, rangeCount(part) - 1))).join('');
}

/** All links of a pattern, one at a time. */
export function* expandBatch(pattern: BatchPattern): Generator<string> {
  for (let index = 0; index < pattern.count; index += 1) yield batchLinkAt(pattern, index);
}

/** The end of `http://[::1]`: an IPv6 address is not a range. 0 where the host is none. */
function hostEnd(link: string): number {
  const host = /^\s*[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^/?#[\]@]*@)?(\[[\da-f:.]{2,45}\])(?=[:/?#]|$)/i.exec(link);
  return host?.[1] !== undefined && URL.canParse(`http://${host[1]}/`) ? host[0].length : 0;
}

/** One past the closing bracket of each bracket that is closed, each kind for itself. */
function closings(link: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: Record<'[' | '{', number[]> = { '[': [], '{': [] };
  for (let at = 0; at < link.length; at += 1) {
    const here = link.charAt(at);
    if (here === '[' || here === '{') open[here].push(at);
    const opened = here === ']' ? open['['].pop() : here === '}' ? open['{'].pop() : undefined;
    if (opened !== undefined) ends.set(opened, at + 1);
  }
  return ends;
}

function countOf(parts: readonly (string | Range)[]): number {
  let count = 1;
  for (const part of parts) if (typeof part !== 'string') count *= rangeCount(part);
  return count <= Number.MAX_SAFE_INTEGER ? count : Infinity;
}
