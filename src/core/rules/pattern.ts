import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { matchesGlob } from './glob.ts';

/** A pattern over an address, checked and ready. */
export interface Pattern {
  /** False for a text of more than `LONGEST_SUBJECT` characters: cut, it could end like another. */
  readonly matches: (text: string) => boolean;
  /** Steps that one character of the text costs at most. */
  readonly weight: number;
}

export type PatternFault =
  | 'pattern-empty'
  | 'pattern-long'
  | 'pattern-open'
  | 'pattern-flags'
  | 'pattern-syntax'
  | 'pattern-big';
export interface PatternProblem {
  readonly problem: PatternFault;
  /** The part to name. */
  readonly detail: string;
}

export const LONGEST_PATTERN = 500;
/** No server takes longer addresses. Counted in UTF-16 units, which are bytes in an address. */
export const LONGEST_SUBJECT = 8 * 1024;
/** A bound for `a{1000}` and its like, which are short and yet as heavy as their thousand characters. */
const MOST_WEIGHT = 1_000;
/** `u` says what is so in any case. */
const FLAGS = /^(?!.*(.).*\1)[imsu]*$/;

/**
 * Reads a pattern: a glob, which must fit the whole text and ignores case, or a regular expression, written
 * `/…/` or `/…/i`, which must fit somewhere in it.
 *
 * Regular expressions are RE2's: they run in linear time, so that no rule can hang the worker. They have no
 * look-around and no back-references. As no address begins with a slash, what does is meant as one of them.
 */
export function parsePattern(typed: string): Pattern | PatternProblem {
  const text = typed.trim();
  if (text === '') return { problem: 'pattern-empty', detail: '' };
  if (text.length > LONGEST_PATTERN) return { problem: 'pattern-long', detail: `${text.length}` };
  return text.startsWith('/') ? parseExpression(text) : parseGlob(text);
}

export function isPatternProblem(outcome: Pattern | PatternProblem): outcome is PatternProblem {
  return 'problem' in outcome;
}

function parseGlob(text: string): Pattern {
  const glob = text.toLowerCase();
  return { matches: bounded(subject => matchesGlob(glob, subject.toLowerCase())), weight: glob.length };
}

function parseExpression(text: string): Pattern | PatternProblem {
  const end = text.lastIndexOf('/');
  if (end === 0) return { problem: 'pattern-open', detail: text };
  const source = text.slice(1, end);
  const flags = text.slice(end + 1);
  if (source === '') return { problem: 'pattern-empty', detail: text };
  if (!FLAGS.test(flags)) return { problem: 'pattern-flags', detail: flags };
  return compiled(source, flags.replace('u', ''));
}

function compiled(source: string, flags: string): Pattern | PatternProblem {
  try {
    const expression = RE2JS.compile(flags === '' ? source : `(?${flags})${source}`);
    const weight = expression.programSize();
    if (weight > MOST_WEIGHT) return { problem: 'pattern-big', detail: source };
    return { matches: bounded(subject => expression.test(subject)), weight };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const place = error instanceof RE2JSSyntaxException ? error.input : null;
    return { problem: 'pattern-syntax', detail: place ?? source };
  }
}

function bounded(matches: (text: string) => boolean): (text: string) => boolean {
  return text => text.length <= LONGEST_SUBJECT && matches(text);
}
