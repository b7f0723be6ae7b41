/** One place of a URL: a text that is always the same, or `count` texts. */
export interface Part {
  readonly count: number;
  at(index: number): string;
}

/** Why something that looks like a pattern stands for itself. */
export type LiteralReason =
  /** Neither `from:to` nor `from:to:step`. */
  | 'not-a-range'
  /** Letters and digits, or small and capital letters, are mixed. */
  | 'mixed-ends'
  | 'too-long'
  | 'zero-step'
  /** The step leads away from the end. */
  | 'wrong-way'
  /** Braces around one text. */
  | 'one-choice'
  /** All patterns of the URL together stand for more than a batch may hold. */
  | 'too-many';

/** Digits of a number, zeros before it among them: what follows is exact in a double. */
const MOST_DIGITS = 15;
const RANGE = /^([^:]*):([^:]*)(?::([^:]*))?$/;

/** What stands between the brackets. */
export function readRange(text: string): Part | LiteralReason {
  const [, from = '', to = '', step] = RANGE.exec(text) ?? [];
  const isNumbers = isNumber(from) && isNumber(to);
  const isLetters = isLetter(from) && isLetter(to);
  if (!isNumbers && !isLetters) return isEnd(from) && isEnd(to) ? 'mixed-ends' : 'not-a-range';
  if (isLetters && isSmall(from) !== isSmall(to)) return 'mixed-ends';
  if (step !== undefined && !/^[+-]?\d+$/.test(step)) return 'not-a-range';
  if ([from, to, step ?? ''].some(each => each.length > MOST_DIGITS)) return 'too-long';
  const [start, end] = isNumbers ? [Number(from), Number(to)] : [code(from), code(to)];
  const by = step === undefined ? Math.sign(end - start) || 1 : Number(step);
  if (by === 0) return 'zero-step';
  if ((end - start) * by < 0) return 'wrong-way';
  const count = Math.floor((end - start) / by) + 1;
  if (isLetters) return { count, at: index => String.fromCodePoint(start + index * by) };
  const width = widthOf(from, to);
  return { count, at: index => String(start + index * by).padStart(width, '0') };
}

/** Zeros before a number ask for as many digits in all of them. */
function widthOf(from: string, to: string): number {
  const isPadded = [from, to].some(text => text.length > 1 && text.startsWith('0'));
  return isPadded ? Math.max(from.length, to.length) : 0;
}

function isEnd(text: string): boolean {
  return isNumber(text) || isLetter(text);
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function isLetter(text: string): boolean {
  return /^[a-z]$/i.test(text);
}

function isSmall(letter: string): boolean {
  return letter >= 'a';
}

function code(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
