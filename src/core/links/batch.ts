import { type LiteralReason, type Part, readRange } from './batch-range.ts';

/** More links than this are sent only when the user has said so. */
export const ASK_FROM = 100_000;
/** A pattern that stands for more is taken as it is written. */
export const MOST_OF_BATCH = 1_000_000;

/** What a URL with patterns in it stands for; a plain URL stands for itself. */
export interface Batch {
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly isPattern: boolean;
  /** What looks like a pattern and is none, in the order of the URL. */
  readonly literal: readonly Literal[];
  /** The leftmost pattern changes slowest. */
  urls(): Generator<string>;
}
export interface Literal {
  readonly text: string;
  readonly why: LiteralReason;
}

/**
 * Reads `[001:100]`, `[1:99:2]`, `[10:0:-3]`, `[a:z]` and `{x,y}` in a URL. The ends are among the numbers where the
 * step meets them. What is malformed stays as it is written; the host of an IPv6 address is one of those, without a word.
 */
export function readBatch(url: string): Batch {
  const { parts, literal, isPattern } = partsOf(url);
  const count = parts.reduce((product, part) => product * part.count, 1);
  if (count > MOST_OF_BATCH) return plain(url, [{ text: url, why: 'too-many' }]);
  if (!isPattern) return plain(url, literal);
  return {
    count,
    first: parts.map(part => part.at(0)).join(''),
    last: parts.map(part => part.at(part.count - 1)).join(''),
    isPattern: true,
    literal,
    urls: () => combinations(parts, count),
  };
}

function plain(url: string, literal: readonly Literal[]): Batch {
  return { count: 1, first: url, last: url, isPattern: false, literal, urls: () => combinations([fixed(url)], 1) };
}

function* combinations(parts: readonly Part[], count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    let rest = number;
    const texts = parts.toReversed().map(part => {
      const text = part.at(rest % part.count);
      rest = Math.floor(rest / part.count);
      return text;
    });
    yield texts.toReversed().join('');
  }
}

/** A pattern holds none of these itself; one that is never closed is no pattern. */
const PATTERN = /\[[^[\]{}]*\]|\{[^[\]{}]*\}/g;
/** `scheme://[…]`, with a user name before it or not. */
const IPV6_HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#[\]]*@)?\[[0-9a-f:.]*:[0-9a-f:.]*\](?=[:/?#]|$)/i;

function partsOf(url: string): { parts: readonly Part[]; literal: readonly Literal[]; isPattern: boolean } {
  const host = IPV6_HOST.exec(url)?.[0] ?? '';
  const parts: Part[] = [fixed(host)];
  const literal: Literal[] = [];
  let end = host.length;
  let isPattern = false;
  PATTERN.lastIndex = end;
  for (let match = PATTERN.exec(url); match !== null; match = PATTERN.exec(url)) {
    const [text] = match;
    const part = text.startsWith('[') ? readRange(text.slice(1, -1)) : readChoices(text.slice(1, -1));
    parts.push(fixed(url.slice(end, match.index)), typeof part === 'string' ? fixed(text) : part);
    if (typeof part === 'string') literal.push({ text, why: part });
    else isPattern = true;
    end = match.index + text.length;
  }
  return { parts: [...parts, fixed(url.slice(end))], literal, isPattern };
}

function readChoices(text: string): Part | LiteralReason {
  const choices = text.split(',');
  return choices.length < 2 ? 'one-choice' : { count: choices.length, at: index => choices[index] ?? '' };
}

function fixed(text: string): Part {
  return { count: 1, at: () => text };
}
