import type { CarrierName } from '../core/carriers/carrier-name.ts';
import type { Conflict } from '../core/naming/conflict.ts';
import type { Priority } from '../core/queue/item.ts';
import type { Verdict } from '../core/rules/decide.ts';
import type { Decision, Rule } from '../core/rules/rule.ts';

export interface RulesAnswer {
  rules: readonly Rule[];
}
export const IMPORT_MODES = ['replace', 'append'] as const;
export interface ImportRulesAsk {
  /** As `export-rules` answers it. */
  text: string;
  mode: (typeof IMPORT_MODES)[number];
  /** Only answers what the rules would be. */
  isTrial?: boolean;
}

export interface CheckRuleAnswer {
  /** `field` as `when.size`, null where it is the whole rule; the message is a sentence for people. */
  fault: { field: string | null; message: string } | null;
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
  /** The server has answered, and this is all: what is unknown stays so. */
  isFinal?: boolean;
  /** Rules that are not saved yet, in place of those that are. */
  rules?: readonly Rule[];
}
export interface TestRulesAnswer {
  /** The id of the rule that decides; null where none does, or where more must be known first. */
  matched: string | null;
  /** One a rule, in their order. The message is a sentence for people. */
  steps: { rule: string; title: string; verdict: Verdict; message: string }[];
  /** What is done with a link like this that says nothing of its place; null where more must be known first. */
  outcome: RuleOutcome | null;
}
export interface RuleOutcome {
  /** Relative, with `/` between folders: as far as the server does not say another name. */
  path: string;
  priority: Priority;
  /** The way that the rule wants; null leaves it to Longhaul. */
  carrier: CarrierName | null;
  conflict: Conflict;
  start: Decision['start'];
}
