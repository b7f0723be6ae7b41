/** A part of a link that takes one value after the other. */
export type Range =
  /** `[001:100:2]`: each number has at least `width` digits. `to` is where it ends at the latest. */
  | {
      readonly kind: 'numbers';
      readonly from: number;
      readonly to: number;
      readonly step: number;
      readonly width: number;
    }
  /** `[a:z:4]`: `from` and `to` are code units of letters. */
  | { readonly kind: 'letters'; readonly from: number; readonly to: number; readonly step: number }
  /** `{small,large}`. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** Why what looks like a range is none. */
export type LiteralReason = 'wrong-way' | 'no-step' | 'mixed' | 'unclosed' | 'not-a-range' | 'too-big' | 'data';
export interface Literal {
  readonly reason: LiteralReason;
  /** What is left as it stands, cut short. */
  readonly text: string;
}

/** Digits that a number holds exactly. */
const MOST_DIGITS = 15;
const SHOWN = 40;

/** Reads `[…]` or `{…}`. null where it does not even look like a range: `filter[name]`. */
export function readRange(text: string, isClosed: boolean): Range | Literal | null {
  const literal = (reason: LiteralReason): Literal => ({ reason, text: cut(text) });
  if (!isClosed) return looksBegun(text) ? literal('unclosed') : null;
  const inner = text.slice(1, -1);
  if (text.startsWith('{')) return readWords(inner, literal);
  if (!inner.includes(':')) return null;
  const [from = '', to = '', step, ...more] = inner.split(':', 4);
  if (more.length > 0 || (step !== undefined && !/^[+-]?\d+$/.test(step))) return literal('not-a-range');
  const by = Number(step ?? 1);
  if (by === 0) return literal('no-step');
  if ((step ?? '').length > MOST_DIGITS) return literal('too-big');
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    if (from.length > MOST_DIGITS || to.length > MOST_DIGITS) return literal('too-big');
    const range = { from: Number(from), to: Number(to), step: by };
    return isWrongWay(range) ? literal('wrong-way') : { kind: 'numbers', ...range, width: widthOf(from, to) };
  }
  if (/^[a-z]$/.test(from + to.slice(1)) || /^[A-Z]$/.test(from + to.slice(1))) {
    const isSame = /^[a-z]{2}$/.test(from + to) || /^[A-Z]{2}$/.test(from + to);
    if (!isSame) return literal('mixed');
    const range = { from: from.charCodeAt(0), to: to.charCodeAt(0), step: by };
    return isWrongWay(range) ? literal('wrong-way') : { kind: 'letters', ...range };
  }
  return literal(/^[a-z\d]+$/i.test(from) && /^[a-z\d]+$/i.test(to) ? 'mixed' : 'not-a-range');
}

export function rangeCount(range: Range): number {
  if (range.kind === 'words') return range.words.length;
  return Math.floor((range.to - range.from) / range.step) + 1;
}

export function rangeValue(range: Range, index: number): string {
  if (range.kind === 'words') return range.words[index] ?? '';
  const value = range.from + index * range.step;
  return range.kind === 'letters' ? String.fromCharCode(value) : String(value).padStart(range.width, '0');
}

/** Braces of one word, or of none, are left alone. Those of JSON are data: what is in them is not a choice. */
function readWords(inner: string, literal: (reason: LiteralReason) => Literal): Range | Literal | null {
  if (!inner.includes(',')) return null;
  if (/["{}[\]:]|%22|%3a/i.test(inner)) return literal('data');
  return { kind: 'words', words: inner.split(',') };
}

function isWrongWay({ from, to, step }: { from: number; to: number; step: number }): boolean {
  return from !== to && step > 0 !== to > from;
}

/** A zero in front asks for as many digits as are written there. */
function widthOf(from: string, to: string): number {
  return Math.max(...[from, to].map(bound => (bound.startsWith('0') ? bound.length : 1)));
}

function looksBegun(text: string): boolean {
  return /^\[[a-z\d]{1,20}:/i.test(text) || /^\{[^{},/?#]{0,80},/.test(text);
}

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`;
}
