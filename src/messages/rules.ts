import type { Verdict } from '../core/rules/decide.ts';
import type { Rule } from '../core/rules/rule.ts';

export interface RulesAnswer {
  rules: readonly Rule[];
}
export const IMPORT_MODES = ['replace', 'append'] as const;
export interface ImportRulesAsk {
  /** As `export-rules` answers it. */
  text: string;
  mode: (typeof IMPORT_MODES)[number];
}

/** Either a URL or the id of an item of the queue; what else is given counts in place of what is known of it. */
export interface TestRulesAsk {
  url?: string;
  id?: string;
  page?: string | null;
  name?: string | null;
  contentType?: string | null;
  /** Bytes. */
  size?: number | null;
  /** Rules that are not saved yet, in place of those that are. */
  rules?: readonly Rule[];
}
export interface TestRulesAnswer {
  /** The id of the rule that decides; null where none does, or where more must be known first. */
  matched: string | null;
  /** One a rule, in their order. The message is a sentence for people. */
  steps: { rule: string; title: string; verdict: Verdict; message: string }[];
}
