import type { PatternFault } from './pattern.ts';

/** What is wrong with a list of rules: the first thing that is. The wire makes a sentence of it. */
export interface RuleProblem {
  /** Which rule, counted from 0; null where it is the list. */
  readonly index: number | null;
  /** Which field of it, as `when.size`; null where it is the whole rule or the list. */
  readonly field: string | null;
  readonly problem: RuleFault;
  /** The part to name, cut short. */
  readonly detail: string;
}

export type RuleFault =
  | 'not-a-list'
  | 'too-many'
  | 'too-long'
  | 'too-heavy'
  | 'not-an-object'
  | 'unknown-key'
  | 'bad-id'
  | 'same-id'
  | 'bad-title'
  | 'bad-switch'
  | 'not-texts'
  | 'bad-site'
  | 'bad-type'
  | 'bad-size'
  | 'bad-address'
  | 'bad-folder'
  | 'bad-mask'
  | 'bad-priority'
  | 'bad-carrier'
  | 'bad-conflict'
  | 'bad-start'
  | PatternFault;

/** Notes what is wrong with a field; the parser goes on, and only the first note counts. */
export type Note = (field: string | null, problem: RuleFault, detail: unknown) => void;

const LONGEST_DETAIL = 200;

/** A value as it can be named. Objects are not written out: they may be deeper than the stack. */
export function named(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length <= LONGEST_DETAIL ? text : `${text.slice(0, LONGEST_DETAIL - 1)}…`;
}
